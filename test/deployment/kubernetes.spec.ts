import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { StatefulSet } from 'kubernetes-models/apps/v1';
import { Job } from 'kubernetes-models/batch/v1';
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { PersistentVolumeClaim, Service } from 'kubernetes-models/v1';
import { parse, parseAllDocuments } from 'yaml';
import { ROOT } from '../cli/build.js';
import { leftOver } from './asked-for.js';
import { settingsOfServe } from './settings.js';

interface Probe {
  readonly httpGet: { readonly path: string };
}
interface Container {
  readonly image: string;
  readonly ports: readonly { readonly name: string }[];
  readonly env: readonly { readonly name: string; readonly value?: string }[];
  readonly volumeMounts: readonly { readonly name: string }[];
  readonly startupProbe: Probe;
  readonly readinessProbe: Probe;
  readonly livenessProbe: Probe;
}
interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly replicas?: number;
    readonly serviceName?: string;
    readonly selector?: object;
    readonly ports?: readonly { readonly targetPort: string }[];
    readonly template?: {
      readonly metadata: { readonly labels: object };
      readonly spec: {
        readonly enableServiceLinks?: boolean;
        readonly containers: readonly Container[];
        readonly volumes?: readonly { readonly name: string }[];
      };
    };
    readonly volumeClaimTemplates?: readonly { readonly metadata: { readonly name: string } }[];
  };
}

const SCHEMAS = [StatefulSet, Service, Ingress, NetworkPolicy, PodDisruptionBudget, Job, PersistentVolumeClaim];
const DIRECTORY = join(ROOT, 'deploy', 'kubernetes');
const manifestsIn = (file: string): readonly Manifest[] =>
  parseAllDocuments(readFileSync(join(DIRECTORY, file), 'utf8')).map((document) => document.toJS() as Manifest);

/** What is applied together. */
const SINGLE = [...manifestsIn('service.yaml'), ...manifestsIn('eventstore-single.yaml')];
const CLUSTER = [
  ...manifestsIn('service.yaml'),
  ...manifestsIn('eventstore-cluster.yaml'),
  ...manifestsIn('ingress.yaml'),
];
const setNamed = (manifests: readonly Manifest[], name: string): Manifest =>
  manifests.find(({ kind, metadata }) => kind === 'StatefulSet' && metadata.name === name) as Manifest;
const containerOf = ({ spec }: Manifest): Container => spec.template?.spec.containers[0] as Container;

/** @throws what the schema of its kind says against it. @returns members that the schema does not know */
function checked(manifest: object): readonly string[] {
  const { apiVersion, kind } = manifest as Manifest;
  const schema = SCHEMAS.find((each) => each.apiVersion === apiVersion && each.kind === kind);
  if (!schema) throw new Error(`no schema of ${apiVersion} ${kind}`);
  return leftOver(manifest, (document) => schema.prototype.validate.call(document));
}

describe('the Kubernetes manifests', () => {
  it.each(readdirSync(DIRECTORY))(
    'in %s are what the schemas of Kubernetes say, with nothing that they do not know',
    (file) => {
      for (const manifest of manifestsIn(file)) expect(checked(manifest)).toEqual([]);
    },
  );

  it('would be found out', () => {
    const [manifest] = manifestsIn('service.yaml') as [Manifest];
    expect(checked({ ...manifest, spec: { ...manifest.spec, selectors: {} } })).toEqual(['/spec/selectors']);
    expect(() => checked({ ...manifest, spec: { ports: [{ port: 'eighty' }] } })).toThrow(/port/);
  });

  it('have no name twice, so that one node and three can stand beside each other while a log is moved', () => {
    const all = readdirSync(DIRECTORY).flatMap(manifestsIn);
    const names = all.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(names).toHaveLength(new Set(names).size);
    const sets = all.filter(({ kind }) => kind === 'StatefulSet');
    const labels = sets.map(({ spec }) => JSON.stringify(spec.template?.metadata.labels));
    expect(labels).toHaveLength(new Set(labels).size);
  });

  it.each([
    ['eventstore-single', SINGLE],
    ['eventstore', CLUSTER],
  ])(
    'let nobody but the service and who moves a log reach %s, which reads no variables of services',
    (name, manifests) => {
      const { template } = setNamed(manifests, name).spec;
      expect(template?.spec.enableServiceLinks).toBe(false);
      const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy') as readonly unknown[];
      const outside = {
        from: asLabels('regulatory-timeline', 'regulatory-timeline-migration'),
        ports: [{ protocol: 'TCP', port: 2113 }],
      };
      expect(policies).toMatchObject([
        {
          spec: { podSelector: { matchLabels: template?.metadata.labels }, ingress: expect.arrayContaining([outside]) },
        },
      ]);
    },
  );

  const asLabels = (...apps: readonly string[]) => apps.map((app) => ({ podSelector: { matchLabels: { app } } }));

  it('pass on what is sent and what is answered as it comes', () => {
    const [ingress] = manifestsIn('ingress.yaml') as [Manifest];
    const settings = Object.entries(ingress.metadata.annotations ?? {});
    expect(Object.fromEntries(settings.map(([name, value]) => [name.split('/').at(-1), value]))).toEqual({
      'proxy-body-size': '0',
      'proxy-buffering': 'off',
      'proxy-request-buffering': 'off',
      'proxy-read-timeout': '3600',
      'proxy-send-timeout': '3600',
    });
  });

  it.each([
    ['one node', SINGLE],
    ['three nodes', CLUSTER],
  ])('for %s fit together', (_, manifests) => {
    for (const { kind, spec, metadata } of manifests) {
      if (kind !== 'StatefulSet') continue;
      expect(spec.selector).toEqual({ matchLabels: spec.template?.metadata.labels });
      const service = manifests.find((each) => each.kind === 'Service' && each.metadata.name === spec.serviceName);
      expect([metadata.name, service?.spec.selector]).toEqual([metadata.name, spec.template?.metadata.labels]);
      const container = containerOf({ spec } as Manifest);
      const ports = container.ports.map(({ name }) => name);
      for (const { targetPort } of service?.spec.ports ?? []) expect(ports).toContain(targetPort);
      const volumes = [
        ...(spec.template?.spec.volumes ?? []),
        ...(spec.volumeClaimTemplates ?? []).map((each) => each.metadata),
      ].map(({ name }) => name);
      expect(container.volumeMounts.map(({ name }) => name).sort()).toEqual(volumes.sort());
      expect(volumes).toContain('data');
      expect(container.image).toMatch(/:\d+\.\d+\.\d+/);
    }
  });

  it('start one node or three, two replicas, and nodes that know of each other', () => {
    expect(setNamed(SINGLE, 'eventstore-single').spec.replicas).toBe(1);
    const nodes = setNamed(CLUSTER, 'eventstore');
    expect(nodes.spec.replicas).toBe(3);
    expect(containerOf(nodes).env.find(({ name }) => name === 'EVENTSTORE_GOSSIP_SEED')?.value).toBe(
      [0, 1, 2].map((each) => `eventstore-${each}.eventstore:2113`).join(),
    );
    expect(setNamed(CLUSTER, 'regulatory-timeline').spec.replicas).toBe(2);
  });

  it('send nobody to a replica that has not caught up yet, nor away from one because the event store is', () => {
    const container = containerOf(setNamed(SINGLE, 'regulatory-timeline'));
    expect(container.startupProbe.httpGet.path).toBe('/health/live');
    expect(container.readinessProbe.httpGet.path).toBe('/health/started');
    expect(container.livenessProbe.httpGet.path).toBe('/health/live');
    expect(readFileSync(join(ROOT, 'deploy', 'Caddyfile'), 'utf8')).toMatch(/health_uri \/health\/started\n/);
  });

  it('run the same image of the event store as docker-compose.yml, and set nothing the service does not know', async () => {
    const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true });
    for (const set of [setNamed(SINGLE, 'eventstore-single'), setNamed(CLUSTER, 'eventstore')]) {
      expect(containerOf(set).image).toBe(compose.services.eventstore.image);
    }
    const known = await settingsOfServe();
    const set = containerOf(setNamed(SINGLE, 'regulatory-timeline')).env.map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining(set));
  });
});
