import { type References, referencesIn, textsIn } from '../../fields/index.js';
import { agreementReached } from './agreement-reached.kind.js';
import { appsRemoved } from './apps-removed.kind.js';
import { banLifted } from './ban-lifted.kind.js';
import { banOrdered } from './ban-ordered.kind.js';
import { closureOrdered } from './closure-ordered.kind.js';
import { complianceAchieved } from './compliance-achieved.kind.js';
import { complianceCommitted } from './compliance-committed.kind.js';
import { coverageStated } from './coverage-stated.kind.js';
import { dataCentreAnnounced } from './data-centre-announced.kind.js';
import { dataCentreOpened } from './data-centre-opened.kind.js';
import { dataLocalised } from './data-localised.kind.js';
import { developmentNoted } from './development-noted.kind.js';
import { directiveIssued } from './directive-issued.kind.js';
import { fineChanged } from './fine-changed.kind.js';
import { fineImposed } from './fine-imposed.kind.js';
import { guidanceMeetingHeld } from './guidance-meeting-held.kind.js';
import { instrumentIssued } from './instrument-issued.kind.js';
import { instrumentRepealed } from './instrument-repealed.kind.js';
import { investigationClosed } from './investigation-closed.kind.js';
import { investigationOpened } from './investigation-opened.kind.js';
import type { Kind } from './kind.js';
import { linksBlocked } from './links-blocked.kind.js';
import { linksUnblocked } from './links-unblocked.kind.js';
import { marketImpactReported } from './market-impact-reported.kind.js';
import { ownershipChanged } from './ownership-changed.kind.js';
import { paymentMethodAccepted } from './payment-method-accepted.kind.js';
import { paymentMethodAnnounced } from './payment-method-announced.kind.js';
import { paymentMethodEnded } from './payment-method-ended.kind.js';
import { programmeEnded } from './programme-ended.kind.js';
import { programmeLaunched } from './programme-launched.kind.js';
import { statementMade } from './statement-made.kind.js';
import { storefrontClosed } from './storefront-closed.kind.js';
import { storefrontOpened } from './storefront-opened.kind.js';
import { talksReported } from './talks-reported.kind.js';

export type { Effect, Kind, OwnDate } from './kind.js';
export { builtInPredicate, PREDICATES } from './predicates.js';

/** Every kind of development that can be recorded. */
export const KINDS: readonly Kind[] = [
  guidanceMeetingHeld,
  directiveIssued,
  complianceCommitted,
  complianceAchieved,
  fineImposed,
  fineChanged,
  linksBlocked,
  linksUnblocked,
  paymentMethodAnnounced,
  paymentMethodAccepted,
  paymentMethodEnded,
  instrumentIssued,
  instrumentRepealed,
  banOrdered,
  banLifted,
  appsRemoved,
  storefrontOpened,
  storefrontClosed,
  dataLocalised,
  dataCentreAnnounced,
  dataCentreOpened,
  programmeLaunched,
  programmeEnded,
  closureOrdered,
  talksReported,
  agreementReached,
  investigationOpened,
  investigationClosed,
  ownershipChanged,
  marketImpactReported,
  statementMade,
  coverageStated,
  developmentNoted,
];

const byName: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [kind.kind, kind]));

/** The kind of that name; undefined for any other text. */
export const kindNamed = (name: string): Kind | undefined => byName.get(name);

/**
 * What valid details of a kind refer to, pointers beginning with `basePointer`.
 * @throws where there is no such kind.
 */
export function referencesOf(name: string, details: object, basePointer = ''): References {
  const kind = kindNamed(name);
  if (kind === undefined) throw new Error(`there is no kind of development named ${name}`);
  const declared = referencesIn(kind.details, details, basePointer);
  const entities = kind.entities?.(details);
  if (entities === undefined) return declared;
  return { ...declared, entities: entities.map((each) => ({ ...each, pointer: basePointer + each.pointer })) };
}

/** What valid details of a kind say in free text. */
export function textsOf(name: string, details: object): readonly string[] {
  const kind = kindNamed(name);
  return kind === undefined ? [] : textsIn(kind.details, details);
}
