// Generated from the OpenAPI document: CLIENT=record npm run jest -- test/client/generated.spec.ts

export interface components {
    schemas: {
        readonly Acknowledgement: {
            /**
             * Format: uuid
             * @description The development.
             */
            readonly id: string;
            /** @description The number of its last event in its stream, for If-Match. */
            readonly revision: number;
            /** @description Where that event is in the log, for minPosition. On KurrentDB it is `store:<commit>/<prepare>` if this node takes long to number it, which is taken wherever a position is. */
            readonly position: string;
            /**
             * Format: date-time
             * @description When that was recorded.
             */
            readonly recordedAt: string;
            /** @description What was accepted but may not be meant. */
            readonly warnings: readonly components["schemas"]["Warning"][];
            /** @description After a retraction or reinstatement: the developments that refer to it. */
            readonly referredBy?: readonly components["schemas"]["Mention"][];
        };
        /** @description Parties reached an agreement on a deal. */
        readonly AgreementReached: {
            /** @constant */
            readonly kind: "AgreementReached";
            readonly details: components["schemas"]["AgreementReachedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "AgreementReached";
        });
        readonly AgreementReachedDetails: {
            /** @description A list of 1 to 200 items, each the slug of a company, service or authority. */
            readonly parties: readonly string[];
            /** @description The slug of a topic. */
            readonly topic: string;
        };
        /** @description A store removed the apps of a category. */
        readonly AppsRemoved: {
            /** @constant */
            readonly kind: "AppsRemoved";
            readonly details: components["schemas"]["AppsRemovedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "AppsRemoved";
        });
        readonly AppsRemovedDetails: {
            /** @description The slug of a service. */
            readonly store: string;
            /** @description The slug of a place. */
            readonly jurisdiction: string;
            /** @description The slug of a category. */
            readonly category: string;
            /** @description How many apps. A whole number, 0 or more. */
            readonly count?: number;
        };
        readonly Backdated: {
            /** @description Where the event is in the log. */
            readonly position: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            readonly recordedAt: string;
            /** @description Who recorded it. */
            readonly actor: string;
            /** @description The kind of what was recorded, or the type of the change. */
            readonly type: string;
            /**
             * Format: uuid
             * @description The development.
             */
            readonly development: string;
            /** @description Its kind. */
            readonly kind: string;
            /** @description What happened, in one line. */
            readonly title: string;
            /** @description When it happened, in EDTF. */
            readonly when: string;
            /**
             * Format: date
             * @description The first day on which it may have happened, as known then.
             */
            readonly earliest: string;
            /**
             * Format: date
             * @description The last day on which it may have happened, as known then.
             */
            readonly latest: string;
            /** @description Days to the day of record, in UTC: from the last day on which it may have happened or, of a change, from the first day that is told otherwise. */
            readonly lag: number;
            /**
             * @description Stands where what the event said, or the development stated then, was erased, and is left out here.
             * @constant
             */
            readonly payloadErased?: true;
            /**
             * @description Stands where what the development stated before the change was erased: the past may have been told so already.
             * @constant
             */
            readonly beforeErased?: true;
            /** @description Why it was changed. */
            readonly reason?: string;
            /**
             * @description What sort of reason that is.
             * @enum {string}
             */
            readonly cause?: "recording-error" | "source-error" | "new-information";
            /** @description What a correction changed. */
            readonly changed?: readonly string[];
            /**
             * Format: date
             * @description Of a change, the first day that is told otherwise.
             */
            readonly from?: string;
            /** @description Of a change, the facts that have other values on days before the day of record. */
            readonly facts?: readonly components["schemas"]["FactRetold"][];
        };
        readonly BackdatedAnswer: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description What was recorded more days than these after it happened is listed. */
            readonly days: number;
            /** @description In log order. */
            readonly backdated: readonly components["schemas"]["Backdated"][];
            /** @description The cursor of the next page, to be sent alone or with the same parameters; null on the last page. */
            readonly next: string | null;
        };
        /** @description Services that were banned in a jurisdiction are available there again. */
        readonly BanLifted: {
            /** @constant */
            readonly kind: "BanLifted";
            readonly details: components["schemas"]["BanLiftedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "BanLifted";
        });
        readonly BanLiftedDetails: {
            /** @description The slug of a place. */
            readonly jurisdiction: string;
            /** @description A list of 1 to 200 items, each the slug of a service or category. */
            readonly services: readonly string[];
        };
        /** @description An authority banned services, or all services of a category, in a jurisdiction. */
        readonly BanOrdered: {
            /** @constant */
            readonly kind: "BanOrdered";
            readonly details: components["schemas"]["BanOrderedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "BanOrdered";
        });
        readonly BanOrderedDetails: {
            /** @description The slug of an authority. */
            readonly authority: string;
            /** @description The slug of a place. */
            readonly jurisdiction: string;
            /** @description A list of 1 to 200 items, each the slug of a service or category. */
            readonly services: readonly string[];
            /** @description From when the ban holds. An EDTF date such as "2021-09-28", "2021-09", "2021" or "[2021-09-09..2021-09-28]". */
            readonly effective?: string;
            /**
             * @description The ban holds from before it was ordered. True, or left out.
             * @constant
             */
            readonly retroactive?: true;
            /** @description The law it rests on. A text of at most 1000 characters that isn't blank. */
            readonly legalBasis?: string;
        };
        /** @description Positions in a row at which the same was believed. */
        readonly Belief: {
            /** @description The first of the positions. */
            readonly from: string;
            /** @description The last of the positions. */
            readonly to: string;
            /** @description When the first of them was recorded; null at position 0. */
            readonly recordedAt: string | null;
            /** @description In order, without gaps: every day asked about is in one of them. */
            readonly spans: readonly components["schemas"]["ValidSpan"][];
        };
        readonly ChangedFact: {
            /** @description Its key, predicate:subject[:object]. */
            readonly fact: string;
            /** @description What sort of fact it is. */
            readonly predicate: string;
            /** @description The entity it is about. */
            readonly subject: string;
            /** @description The other entity it is about, or the id of a development. */
            readonly object?: string;
            readonly before: components["schemas"]["Verdict"];
            readonly after: components["schemas"]["Verdict"];
            /** @description The developments that made the difference, in log order. */
            readonly because: readonly components["schemas"]["Responsible"][];
            /** @description The events since then that touched what is stated about the fact, or a date that its own hang together with. */
            readonly positions: readonly string[];
        };
        readonly Changes: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description The position asked about. */
            readonly since: string;
            /** @description The position to ask from next time. */
            readonly nextSince: string;
            /** @description Facts whose answer is another one than it was then, by key. */
            readonly facts: readonly components["schemas"]["ChangedFact"][];
            /** @description The cursor of the next page, to be sent alone or with the same parameters; null on the last page. */
            readonly next: string | null;
        };
        /** @description An authority ordered a facility, such as a consulate or an office, to be closed. */
        readonly ClosureOrdered: {
            /** @constant */
            readonly kind: "ClosureOrdered";
            readonly details: components["schemas"]["ClosureOrderedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "ClosureOrdered";
        });
        readonly ClosureOrderedDetails: {
            /** @description The slug of an authority. */
            readonly authority: string;
            /** @description The slug of a facility. */
            readonly facility: string;
        };
        /** @description An event of the log, as structured CloudEvents JSON. */
        readonly CloudEvent: {
            /**
             * @description CloudEvents 1.0.
             * @constant
             */
            readonly specversion: "1.0";
            /**
             * Format: uuid
             * @description The event.
             */
            readonly id: string;
            /** @description urn:uuid: and the id of the log. */
            readonly source: string;
            /** @description regulatory-timeline. and the type of the event. */
            readonly type: string;
            /** @description The stream. */
            readonly subject: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            readonly time: string;
            /**
             * @description The payload is JSON.
             * @constant
             */
            readonly datacontenttype: "application/json";
            /** @description A URN of the type and the version of its schema. */
            readonly dataschema: string;
            /** @description Its number in the log, from 1. */
            readonly position: string;
            /** @description Its number within the stream, from 0. */
            readonly revision: number;
            /** @description Who recorded it. */
            readonly actor: string;
            /** @description Of the JCS of { salt, data }. */
            readonly payloadhash: string;
            /**
             * @description Stands where the payload was erased.
             * @constant
             */
            readonly payloaderased?: true;
            /** @description The payload; absent where it was erased. */
            readonly data?: Record<string, unknown>;
        };
        /** @description A party has done what a directive asks. */
        readonly ComplianceAchieved: {
            /** @constant */
            readonly kind: "ComplianceAchieved";
            readonly details: components["schemas"]["ComplianceAchievedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "ComplianceAchieved";
        });
        readonly ComplianceAchievedDetails: {
            /** @description The slug of a company, service or authority. */
            readonly party: string;
            /** @description The slug of a directive. */
            readonly directive: string;
        };
        /** @description A party said that it will comply with a directive. */
        readonly ComplianceCommitted: {
            /** @constant */
            readonly kind: "ComplianceCommitted";
            readonly details: components["schemas"]["ComplianceCommittedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "ComplianceCommitted";
        });
        readonly ComplianceCommittedDetails: {
            /** @description The slug of a company, service or authority. */
            readonly party: string;
            /** @description The slug of a directive. */
            readonly directive: string;
            /**
             * @description How far it will comply. One of full, phased, partial.
             * @enum {string}
             */
            readonly extent: "full" | "phased" | "partial";
        };
        readonly CorrectionBody: {
            /** @description A text of at most 2000 characters that isn't blank. */
            readonly reason: string;
            /**
             * @description One of recording-error, source-error, new-information.
             * @enum {string}
             */
            readonly cause?: "recording-error" | "source-error" | "new-information";
            /** @description JSON Merge Patch (RFC 7396) of title, when, timing, matter, details, note; arrays whole. An object. */
            readonly changes: Record<string, unknown>;
            /** @description A list of 0 to 50 items, each an object. */
            readonly sources?: readonly components["schemas"]["SourceBody"][];
        };
        /** @description Somebody searched for all about a matter or an entity: what is unrecorded until that day was not found. */
        readonly Coverage: {
            /** @description The matter that was searched. */
            readonly matter?: string;
            /** @description The entity that was searched; this or the matter stands. */
            readonly entity?: string;
            /**
             * Format: date
             * @description The last day of what was searched.
             */
            readonly through: string;
            /**
             * Format: uuid
             * @description The development that says so.
             */
            readonly development: string;
        };
        /** @description Someone has searched for all about a matter or an entity, through a day: what is unrecorded until then was not found. */
        readonly CoverageStated: {
            /** @constant */
            readonly kind: "CoverageStated";
            readonly details: components["schemas"]["CoverageStatedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "CoverageStated";
        });
        readonly CoverageStatedDetails: {
            /** @description The slug of a matter. */
            readonly matter?: string;
            /** @description The slug of an entity. */
            readonly entity?: string;
            /**
             * Format: date
             * @description The last day of what was searched. One exact day such as "2021-09-28".
             */
            readonly through: string;
        } & (unknown | unknown);
        /** @description A party announced a data centre in a place. */
        readonly DataCentreAnnounced: {
            /** @constant */
            readonly kind: "DataCentreAnnounced";
            readonly details: components["schemas"]["DataCentreAnnouncedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "DataCentreAnnounced";
        });
        readonly DataCentreAnnouncedDetails: {
            /** @description The slug of a company, service or authority. */
            readonly party: string;
            /** @description The slug of a place. */
            readonly place: string;
        };
        /** @description A party opened a data centre in a place. */
        readonly DataCentreOpened: {
            /** @constant */
            readonly kind: "DataCentreOpened";
            readonly details: components["schemas"]["DataCentreOpenedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "DataCentreOpened";
        });
        readonly DataCentreOpenedDetails: {
            /** @description The slug of a company, service or authority. */
            readonly party: string;
            /** @description The slug of a place. */
            readonly place: string;
        };
        /** @description A party moved data to a place, to be kept there. */
        readonly DataLocalised: {
            /** @constant */
            readonly kind: "DataLocalised";
            readonly details: components["schemas"]["DataLocalisedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "DataLocalised";
        });
        readonly DataLocalisedDetails: {
            /** @description The slug of a company, service or authority. */
            readonly party: string;
            /** @description The slug of a place. */
            readonly place: string;
            /** @description Which data. A text of at most 500 characters that isn't blank. */
            readonly data: string;
        };
        /** @description How one day lies to another, where that decided something. */
        readonly DecisiveTiming: {
            readonly of: components["schemas"]["TimedDay"];
            readonly after: components["schemas"]["TimedDay"];
            /** @description At least so many days lie between; an ISO 8601 duration. */
            readonly atLeast: string;
            /** @description At most so many; absent where there is no such bound. */
            readonly atMost?: string;
            /** @description What it decides of the assertion. */
            readonly decides: readonly ("earliest" | "latest" | "counts")[];
            /** @description The same in words. */
            readonly text: string;
        };
        /** @description As the kind has them. */
        readonly Details: components["schemas"]["GuidanceMeetingHeldDetails"] | components["schemas"]["DirectiveIssuedDetails"] | components["schemas"]["ComplianceCommittedDetails"] | components["schemas"]["ComplianceAchievedDetails"] | components["schemas"]["FineImposedDetails"] | components["schemas"]["FineChangedDetails"] | components["schemas"]["LinksBlockedDetails"] | components["schemas"]["LinksUnblockedDetails"] | components["schemas"]["PaymentMethodAnnouncedDetails"] | components["schemas"]["PaymentMethodAcceptedDetails"] | components["schemas"]["PaymentMethodEndedDetails"] | components["schemas"]["InstrumentIssuedDetails"] | components["schemas"]["InstrumentRepealedDetails"] | components["schemas"]["BanOrderedDetails"] | components["schemas"]["BanLiftedDetails"] | components["schemas"]["AppsRemovedDetails"] | components["schemas"]["StorefrontOpenedDetails"] | components["schemas"]["StorefrontClosedDetails"] | components["schemas"]["DataLocalisedDetails"] | components["schemas"]["DataCentreAnnouncedDetails"] | components["schemas"]["DataCentreOpenedDetails"] | components["schemas"]["ProgrammeLaunchedDetails"] | components["schemas"]["ProgrammeEndedDetails"] | components["schemas"]["ClosureOrderedDetails"] | components["schemas"]["TalksReportedDetails"] | components["schemas"]["AgreementReachedDetails"] | components["schemas"]["InvestigationOpenedDetails"] | components["schemas"]["InvestigationClosedDetails"] | components["schemas"]["OwnershipChangedDetails"] | components["schemas"]["MarketImpactReportedDetails"] | components["schemas"]["StatementMadeDetails"] | components["schemas"]["CoverageStatedDetails"] | components["schemas"]["DevelopmentNotedDetails"];
        readonly Development: {
            /**
             * Format: uuid
             * @description The development.
             */
            readonly id: string;
            /** @description The number of the version’s event in its stream, for If-Match. */
            readonly revision: number;
            /** @description Where that event is in the log. */
            readonly position: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            readonly recordedAt: string;
            readonly kind: components["schemas"]["Kind"];
            /** @description What happened, in one line. */
            readonly title: string;
            /** @description One line made of the details. */
            readonly summary: string;
            /** @description When it happened, in EDTF, as it is stored. */
            readonly when: string;
            /**
             * Format: date
             * @description The first day on which it may have happened.
             */
            readonly earliest: string;
            /**
             * Format: date
             * @description The last day on which it may have happened.
             */
            readonly latest: string;
            /** @description The matter it belongs to. */
            readonly matter?: string;
            /** @description How its date lies to those of other developments. */
            readonly timing: readonly components["schemas"]["TimingBody"][];
            readonly details: components["schemas"]["Details"];
            /** @description Where it was read. */
            readonly sources: readonly components["schemas"]["SourceBody"][];
            /**
             * @description Stands where nobody said where it was read.
             * @constant
             */
            readonly unsourced?: true;
            /**
             * @description Stands where events were erased that said where it was read, or may have: those sources are not listed.
             * @constant
             */
            readonly sourcesErased?: true;
            /**
             * @description Stands where what it stated was erased: kind, title, day and details only stand for that.
             * @constant
             */
            readonly payloadErased?: true;
            /** @description What else there is to say. */
            readonly note?: string;
            /**
             * Format: uuid
             * @description The retracted development that it stands in for.
             */
            readonly replaces?: string;
            /** @description Whether it is retracted. */
            readonly retracted: boolean;
        };
        readonly DevelopmentAnswer: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /**
             * Format: uuid
             * @description The development.
             */
            readonly id: string;
            /** @description The number of the version’s event in its stream, for If-Match. */
            readonly revision: number;
            /** @description Where that event is in the log. */
            readonly position: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            readonly recordedAt: string;
            readonly kind: components["schemas"]["Kind"];
            /** @description What happened, in one line. */
            readonly title: string;
            /** @description One line made of the details. */
            readonly summary: string;
            /** @description When it happened, in EDTF, as it is stored. */
            readonly when: string;
            /**
             * Format: date
             * @description The first day on which it may have happened.
             */
            readonly earliest: string;
            /**
             * Format: date
             * @description The last day on which it may have happened.
             */
            readonly latest: string;
            /** @description The matter it belongs to. */
            readonly matter?: string;
            /** @description How its date lies to those of other developments. */
            readonly timing: readonly components["schemas"]["TimingBody"][];
            readonly details: components["schemas"]["Details"];
            /** @description Where it was read. */
            readonly sources: readonly components["schemas"]["SourceBody"][];
            /**
             * @description Stands where nobody said where it was read.
             * @constant
             */
            readonly unsourced?: true;
            /**
             * @description Stands where events were erased that said where it was read, or may have: those sources are not listed.
             * @constant
             */
            readonly sourcesErased?: true;
            /**
             * @description Stands where what it stated was erased: kind, title, day and details only stand for that.
             * @constant
             */
            readonly payloadErased?: true;
            /** @description What else there is to say. */
            readonly note?: string;
            /**
             * Format: uuid
             * @description The retracted development that it stands in for.
             */
            readonly replaces?: string;
            /** @description Whether it is retracted. */
            readonly retracted: boolean;
        };
        readonly DevelopmentBody: components["schemas"]["GuidanceMeetingHeld"] | components["schemas"]["DirectiveIssued"] | components["schemas"]["ComplianceCommitted"] | components["schemas"]["ComplianceAchieved"] | components["schemas"]["FineImposed"] | components["schemas"]["FineChanged"] | components["schemas"]["LinksBlocked"] | components["schemas"]["LinksUnblocked"] | components["schemas"]["PaymentMethodAnnounced"] | components["schemas"]["PaymentMethodAccepted"] | components["schemas"]["PaymentMethodEnded"] | components["schemas"]["InstrumentIssued"] | components["schemas"]["InstrumentRepealed"] | components["schemas"]["BanOrdered"] | components["schemas"]["BanLifted"] | components["schemas"]["AppsRemoved"] | components["schemas"]["StorefrontOpened"] | components["schemas"]["StorefrontClosed"] | components["schemas"]["DataLocalised"] | components["schemas"]["DataCentreAnnounced"] | components["schemas"]["DataCentreOpened"] | components["schemas"]["ProgrammeLaunched"] | components["schemas"]["ProgrammeEnded"] | components["schemas"]["ClosureOrdered"] | components["schemas"]["TalksReported"] | components["schemas"]["AgreementReached"] | components["schemas"]["InvestigationOpened"] | components["schemas"]["InvestigationClosed"] | components["schemas"]["OwnershipChanged"] | components["schemas"]["MarketImpactReported"] | components["schemas"]["StatementMade"] | components["schemas"]["CoverageStated"] | components["schemas"]["DevelopmentNoted"];
        readonly DevelopmentHistory: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /**
             * Format: uuid
             * @description The development.
             */
            readonly id: string;
            /** @description First to last. */
            readonly versions: readonly components["schemas"]["HistoryEntry"][];
        };
        /** @description Anything no other kind is for: it states the facts it sets, of new predicates or built-in ones, or none at all. */
        readonly DevelopmentNoted: {
            /** @constant */
            readonly kind: "DevelopmentNoted";
            readonly details: components["schemas"]["DevelopmentNotedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "DevelopmentNoted";
        });
        readonly DevelopmentNotedDetails: {
            /** @description A list of 0 to 100 items, each an object. */
            readonly effects: readonly components["schemas"]["NotedEffect"][];
        };
        readonly Diff: {
            readonly from: components["schemas"]["Point"];
            readonly to: components["schemas"]["Point"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /** @description Facts whose answer differs, by key. */
            readonly facts: readonly components["schemas"]["Difference"][];
            /** @description Sums that differ, of the facts that match at either point; on every page. */
            readonly totals: readonly components["schemas"]["TotalDifference"][];
            /** @description The cursor of the next page, to be sent alone or with the same parameters; null on the last page. */
            readonly next: string | null;
        };
        readonly Difference: {
            /** @description Its key, predicate:subject[:object]. */
            readonly fact: string;
            /** @description What sort of fact it is. */
            readonly predicate: string;
            /** @description The entity it is about. */
            readonly subject: string;
            /** @description The other entity it is about, or the id of a development. */
            readonly object?: string;
            readonly before: components["schemas"]["Verdict"];
            readonly after: components["schemas"]["Verdict"];
            /** @description The developments that made the difference, in log order. */
            readonly because: readonly components["schemas"]["Responsible"][];
        };
        /** @description An authority ordered named parties to do something, or to stop. */
        readonly DirectiveIssued: {
            /** @constant */
            readonly kind: "DirectiveIssued";
            readonly details: components["schemas"]["DirectiveIssuedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "DirectiveIssued";
        });
        readonly DirectiveIssuedDetails: {
            /** @description The slug of an authority. */
            readonly authority: string;
            /** @description A list of 1 to 200 items, each the slug of a company, service or authority. */
            readonly addressees: readonly string[];
            /** @description The slug of a directive. */
            readonly directive: string;
            /** @description What has to be done. A text of at most 1000 characters that isn't blank. */
            readonly requirement: string;
        };
        readonly Entities: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description By slug. */
            readonly entities: readonly components["schemas"]["Entity"][];
            /** @description The cursor of the next page, to be sent alone or with the same parameters; null on the last page. */
            readonly next: string | null;
        };
        readonly Entity: {
            /** @description What developments and facts name it by. */
            readonly slug: string;
            /** @description The number of the version’s event in its stream. */
            readonly revision: number;
            /** @description Where that event is in the log. */
            readonly position: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            readonly recordedAt: string;
            /**
             * @description One of authority, company, service, place, instrument, programme, directive, facility, case, category, topic.
             * @enum {string}
             */
            readonly type: "authority" | "company" | "service" | "place" | "instrument" | "programme" | "directive" | "facility" | "case" | "category" | "topic";
            /** @description A text of at most 200 characters that isn't blank. */
            readonly name: string;
            /** @description An object from language tags to texts, such as { "en": "…", "zh-Hans": "…" }, of at most 100. */
            readonly names?: {
                readonly [key: string]: string;
            };
            /** @description A list of 0 to 50 items, each a text of at most 200 characters that isn't blank. */
            readonly aliases?: readonly string[];
            /** @description The slug of a place. */
            readonly jurisdiction?: string;
        };
        readonly EntityAnswer: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description What developments and facts name it by. */
            readonly slug: string;
            /** @description The number of the version’s event in its stream. */
            readonly revision: number;
            /** @description Where that event is in the log. */
            readonly position: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            readonly recordedAt: string;
            /**
             * @description One of authority, company, service, place, instrument, programme, directive, facility, case, category, topic.
             * @enum {string}
             */
            readonly type: "authority" | "company" | "service" | "place" | "instrument" | "programme" | "directive" | "facility" | "case" | "category" | "topic";
            /** @description A text of at most 200 characters that isn't blank. */
            readonly name: string;
            /** @description An object from language tags to texts, such as { "en": "…", "zh-Hans": "…" }, of at most 100. */
            readonly names?: {
                readonly [key: string]: string;
            };
            /** @description A list of 0 to 50 items, each a text of at most 200 characters that isn't blank. */
            readonly aliases?: readonly string[];
            /** @description The slug of a place. */
            readonly jurisdiction?: string;
        };
        readonly EntityBody: {
            /**
             * @description One of authority, company, service, place, instrument, programme, directive, facility, case, category, topic.
             * @enum {string}
             */
            readonly type: "authority" | "company" | "service" | "place" | "instrument" | "programme" | "directive" | "facility" | "case" | "category" | "topic";
            /** @description A text of at most 200 characters that isn't blank. */
            readonly name: string;
            /** @description An object from language tags to texts, such as { "en": "…", "zh-Hans": "…" }, of at most 100. */
            readonly names?: {
                readonly [key: string]: string;
            };
            /** @description A list of 0 to 50 items, each a text of at most 200 characters that isn't blank. */
            readonly aliases?: readonly string[];
            /** @description The slug of a place. */
            readonly jurisdiction?: string;
        };
        /**
         * @description A type of entity; it never changes.
         * @enum {string}
         */
        readonly EntityType: "authority" | "company" | "service" | "place" | "instrument" | "programme" | "directive" | "facility" | "case" | "category" | "topic";
        /** @description What is hashed for every event, the same on every store. */
        readonly Envelope: {
            /**
             * @description The version of the envelope.
             * @constant
             */
            readonly v: 1;
            /**
             * Format: uuid
             * @description The log.
             */
            readonly log: string;
            /**
             * Format: uuid
             * @description The event.
             */
            readonly id: string;
            /** @description development-<uuid>, entity-<slug> or matter-<slug>. */
            readonly stream: string;
            /** @description Its number within the stream, from 0. */
            readonly revision: number;
            /** @description The kind of the development that it records, or what it does otherwise. */
            readonly type: string;
            /** @description The version of its data’s schema. */
            readonly schema: number;
            /**
             * Format: date-time
             * @description The clock of its writer.
             */
            readonly recordedAt: string;
            /** @description Who recorded it. */
            readonly actor: string;
            /** @description Hashes salted with the event’s salt. */
            readonly request: {
                /** @description Of the idempotency key. */
                readonly key?: string;
                /** @description Of the request. */
                readonly digest: string;
            };
            /** @description X-Correlation-Id, as it was sent. */
            readonly correlation?: string;
            /** @description Of the JCS of { salt, data }. */
            readonly payloadHash: string;
        };
        readonly Event: {
            /** @description Its number in the log, from 1. */
            readonly position: string;
            readonly envelope: components["schemas"]["Envelope"];
            /** @description 16 random bytes as base64url text. */
            readonly salt?: string;
            /** @description The payload, as its type and schema say. */
            readonly data?: Record<string, unknown>;
            /**
             * @description Stands instead of payload and salt where they were erased.
             * @constant
             */
            readonly erased?: true;
        };
        readonly ExplainedAssertion: {
            /** @description Which development says so, in its version at knownAt. */
            readonly development: {
                /**
                 * Format: uuid
                 * @description The development.
                 */
                readonly id: string;
                readonly kind: components["schemas"]["Kind"];
                /** @description What happened, in one line. */
                readonly title: string;
                /** @description One line made of the details. */
                readonly summary: string;
                /** @description The number of its version’s event in its stream. */
                readonly revision: number;
            };
            readonly value: components["schemas"]["FactValue"];
            /** @description Which of the development’s days it is: when, or where in the details it stands. */
            readonly node: string;
            /** @description That day as it is written, in EDTF. */
            readonly when: string;
            /**
             * Format: date
             * @description The first day it may be, as far as all that bears on it tells.
             */
            readonly earliest: string;
            /**
             * Format: date
             * @description The last day it may be.
             */
            readonly latest: string;
            /**
             * @description Whether it is what is so on the day asked about: whatever the exact days were, or depending on them, or in no case.
             * @enum {string}
             */
            readonly counts: "definite" | "possible" | "no";
            /** @description Why, in words for people; all that it says is in the other members, too. */
            readonly reason: string;
            /** @description Where it may count: what may have come after it by the day asked about, and count. Where it came and does not count: of these one or another has come after it, whatever the exact days were. Equal ones once, 10 at most. */
            readonly followers: readonly components["schemas"]["Follower"][];
            /** @description How many more of them there are. */
            readonly moreFollowers?: number;
            /**
             * @description What binds its day to others is contradictory, so that only the days themselves were looked at.
             * @constant
             */
            readonly contradictory?: true;
            /** @description The relative dates that decided it. */
            readonly timings: readonly components["schemas"]["DecisiveTiming"][];
            /** @description Where it was read. */
            readonly sources: readonly components["schemas"]["SourceBody"][];
            /**
             * @description Stands where nobody said where it was read.
             * @constant
             */
            readonly unsourced?: true;
            /**
             * @description Stands where events were erased that said where it was read, or may have: those sources are not listed.
             * @constant
             */
            readonly sourcesErased?: true;
            /** @description Where the event is in the log that led to the version of the development. */
            readonly position: string;
            /**
             * Format: date-time
             * @description When that was recorded.
             */
            readonly recordedAt: string;
        };
        readonly ExplanationBody: {
            /** @description A text of at most 2000 characters that isn't blank. */
            readonly reason: string;
            /**
             * @description One of recording-error, source-error, new-information.
             * @enum {string}
             */
            readonly cause?: "recording-error" | "source-error" | "new-information";
        };
        readonly Fact: {
            /** @description Its key, predicate:subject[:object]. */
            readonly fact: string;
            /** @description What sort of fact it is. */
            readonly predicate: string;
            /** @description The entity it is about. */
            readonly subject: string;
            /** @description The other entity it is about, or the id of a development. */
            readonly object?: string;
            /**
             * @description definite: one possible value. possible: several. unrecorded: nobody wrote anything down, which is not "no".
             * @enum {string}
             */
            readonly certainty: "definite" | "possible" | "unrecorded";
            /** @description The one possible value. */
            readonly value?: components["schemas"]["FactValue"];
            /** @description Every possible value, in JCS order; null, last, says that unrecorded is possible. */
            readonly values?: readonly (components["schemas"]["FactValue"] | null)[];
            /** @description Since when the definite value holds. */
            readonly since?: {
                /**
                 * Format: date
                 * @description The first day on which it may have begun.
                 */
                readonly earliest: string;
                /**
                 * Format: date
                 * @description The first day by which it has certainly begun.
                 */
                readonly latest: string;
            };
            /** @description The developments of the possible assertions, in log order. */
            readonly because: readonly string[];
            /** @description Developments whose relative dates contradict one another; the answer is from the plain ranges. */
            readonly contradiction?: readonly string[];
        };
        readonly FactAnswer: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description Its key, predicate:subject[:object]. */
            readonly fact: string;
            /** @description What sort of fact it is. */
            readonly predicate: string;
            /** @description The entity it is about. */
            readonly subject: string;
            /** @description The other entity it is about, or the id of a development. */
            readonly object?: string;
            /**
             * @description definite: one possible value. possible: several. unrecorded: nobody wrote anything down, which is not "no".
             * @enum {string}
             */
            readonly certainty: "definite" | "possible" | "unrecorded";
            /** @description The one possible value. */
            readonly value?: components["schemas"]["FactValue"];
            /** @description Every possible value, in JCS order; null, last, says that unrecorded is possible. */
            readonly values?: readonly (components["schemas"]["FactValue"] | null)[];
            /** @description Since when the definite value holds. */
            readonly since?: {
                /**
                 * Format: date
                 * @description The first day on which it may have begun.
                 */
                readonly earliest: string;
                /**
                 * Format: date
                 * @description The first day by which it has certainly begun.
                 */
                readonly latest: string;
            };
            /** @description The developments of the possible assertions, in log order. */
            readonly because: readonly string[];
            /** @description Developments whose relative dates contradict one another; the answer is from the plain ranges. */
            readonly contradiction?: readonly string[];
            /** @description Of what the answer is about, for each the farthest day stated; left out where there is none. */
            readonly coverage?: readonly components["schemas"]["Coverage"][];
            /** @description Stands with `coverage` where the fact is unrecorded: true if the day was searched, so that nothing was found; false if nobody has looked that far. */
            readonly withinCoverage?: boolean;
        };
        readonly FactAsked: {
            /**
             * Format: date
             * @description The day asked about; that of the whole request if left out. One exact day such as "2021-09-28".
             */
            readonly asOf?: string;
            /** @description Its key, predicate:subject[:object]. A text of at most 400 characters that isn't blank. */
            readonly fact: string;
        };
        readonly FactChange: {
            /** @description The key of the fact. */
            readonly fact: string;
            readonly before: components["schemas"]["Verdict"];
            readonly after: components["schemas"]["Verdict"];
        };
        readonly FactHistory: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description Its key, predicate:subject[:object]. */
            readonly fact: string;
            /** @description What sort of fact it is. */
            readonly predicate: string;
            /** @description The entity it is about. */
            readonly subject: string;
            /** @description The other entity it is about, or the id of a development. */
            readonly object?: string;
            /** @description In order, without gaps: from position 0 to knownAt. Neighbours differ. */
            readonly beliefs: readonly components["schemas"]["Belief"][];
            /** @description The cursor of the next page, to be sent alone or with the same parameters; null on the last page. */
            readonly next: string | null;
        };
        readonly FactRetold: {
            /** @description The key of the fact. */
            readonly fact: string;
            /**
             * Format: date
             * @description The first day on which it has other values now.
             */
            readonly from: string;
        };
        readonly FactTimeline: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description Its key, predicate:subject[:object]. */
            readonly fact: string;
            /** @description What sort of fact it is. */
            readonly predicate: string;
            /** @description The entity it is about. */
            readonly subject: string;
            /** @description The other entity it is about, or the id of a development. */
            readonly object?: string;
            /** @description In order, without gaps: every day asked about is in one of them. */
            readonly spans: readonly components["schemas"]["ValidSpan"][];
            /** @description The cursor of the next page, to be sent alone or with the same parameters; null on the last page. */
            readonly next: string | null;
        };
        readonly FactTimelineAsked: {
            /** @description Its key, predicate:subject[:object]. A text of at most 400 characters that isn't blank. */
            readonly fact: string;
            /**
             * Format: date
             * @description First day that is told of. One exact day such as "2021-09-28".
             */
            readonly from?: string;
            /**
             * Format: date
             * @description Last day that is told of. One exact day such as "2021-09-28".
             */
            readonly to?: string;
            /** @description How many items the answer has at most, 1 to 1000; 100 if left out. A whole number, 0 or more. */
            readonly limit?: number;
        };
        /** @description The value of a fact: a word, or money. */
        readonly FactValue: string | components["schemas"]["Money"];
        readonly FieldError: {
            /** @description A JSON Pointer into what was sent, or the name of a parameter after a slash. */
            readonly pointer: string;
            /** @description What is wrong and what would be right. */
            readonly detail: string;
        };
        /** @description A fine was raised, lowered or annulled. It is never before the fine, and says nothing while that is retracted. */
        readonly FineChanged: {
            /** @constant */
            readonly kind: "FineChanged";
            readonly details: components["schemas"]["FineChangedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "FineChanged";
        });
        readonly FineChangedDetails: {
            /**
             * Format: uuid
             * @description The FineImposed that it changes. The id of a development, a UUID in lowercase.
             */
            readonly fine: string;
            /** @description What the fine is now. Money, such as { "value": "2750000000", "currency": "USD" } or { "atLeast": "1", "atMost": "2.50", "currency": "USD" }. */
            readonly amount?: components["schemas"]["Money"];
            /**
             * @description True, or left out.
             * @constant
             */
            readonly annulled?: true;
        } & (unknown | unknown);
        /** @description An authority fined a party. A later change to the fine is a FineChanged. */
        readonly FineImposed: {
            /** @constant */
            readonly kind: "FineImposed";
            readonly details: components["schemas"]["FineImposedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "FineImposed";
        });
        readonly FineImposedDetails: {
            /** @description The slug of an authority. */
            readonly authority: string;
            /** @description The slug of a company, service or authority. */
            readonly party: string;
            /** @description Left out where it is unknown. Money, such as { "value": "2750000000", "currency": "USD" } or { "atLeast": "1", "atMost": "2.50", "currency": "USD" }. */
            readonly amount?: components["schemas"]["Money"];
            /** @description What for. A text of at most 1000 characters that isn't blank. */
            readonly basis?: string;
        };
        /** @description What came, or may have come, after an assertion. */
        readonly Follower: {
            /** @description Which development says so. */
            readonly development: {
                /**
                 * Format: uuid
                 * @description The development.
                 */
                readonly id: string;
                /** @description What happened, in one line. */
                readonly title: string;
            };
            readonly value: components["schemas"]["FactValue"];
            /**
             * Format: date
             * @description The first day it may be.
             */
            readonly earliest: string;
            /**
             * Format: date
             * @description The last day it may be.
             */
            readonly latest: string;
            /**
             * Format: date
             * @description The first day on which it can be and come after the assertion.
             */
            readonly from: string;
            /**
             * @description Where both are on one and the same day, why it is the later one: it is a later effect of the same development; it was recorded later; its development is told to come after the other.
             * @enum {string}
             */
            readonly tie?: "same-development" | "recorded-later" | "told-after";
        };
        /** @description An authority called companies in to tell them what it expects. */
        readonly GuidanceMeetingHeld: {
            /** @constant */
            readonly kind: "GuidanceMeetingHeld";
            readonly details: components["schemas"]["GuidanceMeetingHeldDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "GuidanceMeetingHeld";
        });
        readonly GuidanceMeetingHeldDetails: {
            /** @description The slug of an authority. */
            readonly authority: string;
            /** @description A list of 1 to 200 items, each the slug of a company, service or authority. */
            readonly attendees: readonly string[];
            /** @description What it was about. A list of 1 to 50 items, each a text of at most 200 characters that isn't blank. */
            readonly topics: readonly string[];
        };
        readonly HistoryEntry: {
            /** @description The number of the version’s event in its stream, for If-Match. */
            readonly revision: number;
            /** @description Where that event is in the log. */
            readonly position: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            readonly recordedAt: string;
            /** @description The type of the event that led to this version. */
            readonly type: string;
            /** @description Who recorded it. */
            readonly actor: string;
            /** @description Why it was changed. */
            readonly reason?: string;
            /**
             * @description What sort of reason that is.
             * @enum {string}
             */
            readonly cause?: "recording-error" | "source-error" | "new-information";
            /** @description What a correction changed. */
            readonly changed?: readonly string[];
            /** @description The sources that came with it. */
            readonly sources?: readonly components["schemas"]["SourceBody"][];
            /**
             * @description Stands where what this event said was erased: why it was, what it changed, which sources came with it.
             * @constant
             */
            readonly payloadErased?: true;
            readonly version: components["schemas"]["Version"];
        };
        /** @description One object with one member, which says what the line is. */
        readonly ImportLine: {
            readonly import: {
                /** @description A name for it in this dataset; no UUID. */
                readonly dataset: string;
            };
        } | {
            readonly entity: {
                /**
                 * @description One of authority, company, service, place, instrument, programme, directive, facility, case, category, topic.
                 * @enum {string}
                 */
                readonly type: "authority" | "company" | "service" | "place" | "instrument" | "programme" | "directive" | "facility" | "case" | "category" | "topic";
                /** @description A text of at most 200 characters that isn't blank. */
                readonly name: string;
                /** @description An object from language tags to texts, such as { "en": "…", "zh-Hans": "…" }, of at most 100. */
                readonly names?: {
                    readonly [key: string]: string;
                };
                /** @description A list of 0 to 50 items, each a text of at most 200 characters that isn't blank. */
                readonly aliases?: readonly string[];
                /** @description The slug of a place. */
                readonly jurisdiction?: string;
                /** @description What it is named by. */
                readonly slug: string;
            };
        } | {
            readonly matter: {
                /** @description A text of at most 300 characters that isn't blank. */
                readonly title: string;
                /** @description A text of at most 10000 characters that isn't blank. */
                readonly description?: string;
                /** @description What it is named by. */
                readonly slug: string;
            };
        } | {
            readonly development: {
                /** @description A text of at most 300 characters that isn't blank. */
                readonly title: string;
                /** @description When it happened. An EDTF date such as "2021-09-28", "2021-09", "2021" or "[2021-09-09..2021-09-28]". */
                readonly when: string;
                /** @description The slug of a matter. */
                readonly matter?: string;
                /** @description How `when` lies to that of others. */
                readonly timing?: readonly {
                    /** @description A development: its id, or the ref of an earlier line or import. */
                    readonly after: string;
                    /** @description How long after it at the least; P0D if left out. A duration in whole days or weeks such as "P2D" or "P1W", of at most P36500D. */
                    readonly atLeast?: string;
                    /** @description How long after it at the most; no upper bound if left out. A duration in whole days or weeks such as "P2D" or "P1W", of at most P36500D. */
                    readonly atMost?: string;
                }[];
                /** @description By kind, as in POST /v1/developments; `fine` takes a ref too. */
                readonly details: Record<string, unknown>;
                /** @description A text of at most 10000 characters that isn't blank. */
                readonly note?: string;
                /** @description See GET /v1/kinds. A text of at most 64 characters that isn't blank. */
                readonly kind: string;
                /** @description A list of 0 to 50 items, each an object. */
                readonly sources?: readonly components["schemas"]["SourceBody"][];
                /** @description A development: its id, or the ref of an earlier line or import. */
                readonly replaces?: string;
                /** @description A name for it in this dataset; no UUID. */
                readonly ref?: string;
            };
        } | {
            readonly correction: {
                /** @description A text of at most 2000 characters that isn't blank. */
                readonly reason: string;
                /**
                 * @description One of recording-error, source-error, new-information.
                 * @enum {string}
                 */
                readonly cause?: "recording-error" | "source-error" | "new-information";
                /** @description JSON Merge Patch (RFC 7396) of title, when, timing, matter, details, note; arrays whole. An object. */
                readonly changes: Record<string, unknown>;
                /** @description A list of 0 to 50 items, each an object. */
                readonly sources?: readonly components["schemas"]["SourceBody"][];
                /** @description The ref or id of the development it is about. */
                readonly of: string;
            };
        } | {
            readonly retraction: {
                /** @description A text of at most 2000 characters that isn't blank. */
                readonly reason: string;
                /**
                 * @description One of recording-error, source-error, new-information.
                 * @enum {string}
                 */
                readonly cause?: "recording-error" | "source-error" | "new-information";
                /** @description The ref or id of the development it is about. */
                readonly of: string;
            };
        } | {
            readonly reinstatement: {
                /** @description A text of at most 2000 characters that isn't blank. */
                readonly reason: string;
                /**
                 * @description One of recording-error, source-error, new-information.
                 * @enum {string}
                 */
                readonly cause?: "recording-error" | "source-error" | "new-information";
                /** @description The ref or id of the development it is about. */
                readonly of: string;
            };
        } | {
            readonly source: {
                /** @description A text of at most 300 characters that isn't blank. */
                readonly publisher: string;
                /** @description A text of at most 500 characters that isn't blank. */
                readonly title: string;
                /** @description A web address that begins with http:// or https://. */
                readonly url?: string;
                /** @description A language tag such as "en" or "zh-Hans". */
                readonly language?: string;
                /** @description An EDTF date such as "2021-09-28", "2021-09", "2021" or "[2021-09-09..2021-09-28]". */
                readonly publishedOn?: string;
                /**
                 * Format: date
                 * @description One exact day such as "2021-09-28".
                 */
                readonly retrievedOn?: string;
                /** @description Of the text that was retrieved. A SHA-256 as 64 lowercase hex digits. */
                readonly sha256?: string;
                /** @description A short quotation. A text of at most 500 characters that isn't blank. */
                readonly quote?: string;
                /** @description The ref or id of the development it is about. */
                readonly of: string;
            };
        };
        /** @description What became of a line, or of all. */
        readonly ImportResult: {
            /** @description The number of the line, from 1. */
            readonly line: number;
            /**
             * @description unchanged: the log has it already, or the line records nothing.
             * @enum {string}
             */
            readonly status: "recorded" | "unchanged" | "refused";
            /** @description The development, or the slug of the entity or matter. */
            readonly id?: string;
            /** @description Where it was recorded in the log. On KurrentDB it is `store:<commit>/<prepare>` if this node takes long to number it, which is taken wherever a position is. */
            readonly position?: string;
            readonly problem?: {
                /** @enum {unknown} */
                readonly code?: "malformed-json" | "invalid-line" | "body-too-large" | "invalid-development" | "invalid-entity" | "invalid-matter" | "unknown-entity" | "unknown-matter" | "unknown-development" | "contradictory-timing" | "timing-limit" | "development-not-found" | "development-retracted" | "not-retracted" | "nothing-to-correct" | "entity-type-fixed" | "idempotency-key-reused" | "stale-line" | "concurrent-change" | "views-behind" | "log-unavailable" | "internal-error";
            } & components["schemas"]["Problem"];
        } | {
            /** @description How many. */
            readonly summary: {
                /** @description Lines that are not blank. */
                readonly lines: number;
                /** @description Of these recorded. */
                readonly recorded: number;
                /** @description Of these unchanged. */
                readonly unchanged: number;
                /** @description Of these refused. */
                readonly refused: number;
            };
        };
        /** @description An authority issued a law, regulation, guideline or the like. */
        readonly InstrumentIssued: {
            /** @constant */
            readonly kind: "InstrumentIssued";
            readonly details: components["schemas"]["InstrumentIssuedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "InstrumentIssued";
        });
        readonly InstrumentIssuedDetails: {
            /** @description The slug of an authority. */
            readonly authority: string;
            /** @description The slug of an instrument. */
            readonly instrument: string;
            /** @description What it is about. A list of 1 to 50 items, each a text of at most 200 characters that isn't blank. */
            readonly subjects: readonly string[];
            /** @description From when it is in force. An EDTF date such as "2021-09-28", "2021-09", "2021" or "[2021-09-09..2021-09-28]". */
            readonly inForce?: string;
            /**
             * @description It is in force from before it was issued. True, or left out.
             * @constant
             */
            readonly retroactive?: true;
        };
        /** @description A law, regulation, guideline or the like was repealed. */
        readonly InstrumentRepealed: {
            /** @constant */
            readonly kind: "InstrumentRepealed";
            readonly details: components["schemas"]["InstrumentRepealedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "InstrumentRepealed";
        });
        readonly InstrumentRepealedDetails: {
            /** @description The slug of an instrument. */
            readonly instrument: string;
        };
        readonly Interoperability: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description Means of payment, then what is linked to, each by slug. */
            readonly columns: readonly components["schemas"]["InteroperabilityColumn"][];
            /** @description Services and other venues by slug: all of which a payment or a link is known, on whatever day. */
            readonly rows: readonly components["schemas"]["InteroperabilityRow"][];
        };
        readonly InteroperabilityAsked: {
            /**
             * Format: date
             * @description The day asked about; that of the whole request if left out. One exact day such as "2021-09-28".
             */
            readonly asOf?: string;
            /** @description Facts with an assertion of this matter. The slug of a matter. */
            readonly matter?: string;
        };
        readonly InteroperabilityCell: {
            /** @description The key of the fact. */
            readonly fact: string;
            /**
             * @description definite: one possible value. possible: several. unrecorded: nobody wrote anything down, which is not "no".
             * @enum {string}
             */
            readonly certainty: "definite" | "possible" | "unrecorded";
            /** @description The one possible value. */
            readonly value?: components["schemas"]["FactValue"];
            /** @description Every possible value, in JCS order; null, last, says that unrecorded is possible. */
            readonly values?: readonly (components["schemas"]["FactValue"] | null)[];
            /** @description Since when the definite value holds. */
            readonly since?: {
                /**
                 * Format: date
                 * @description The first day on which it may have begun.
                 */
                readonly earliest: string;
                /**
                 * Format: date
                 * @description The first day by which it has certainly begun.
                 */
                readonly latest: string;
            };
            /** @description The developments of the possible assertions, in log order. */
            readonly because: readonly string[];
            /** @description Developments whose relative dates contradict one another; the answer is from the plain ranges. */
            readonly contradiction?: readonly string[];
        };
        readonly InteroperabilityColumn: {
            /** @description What its cells are under: the predicate and the slug, payment:wechat-pay. */
            readonly key: string;
            /**
             * @description payment: a means of payment. links: what is linked to.
             * @enum {string}
             */
            readonly predicate: "payment" | "links";
            /** @description What facts name it by. */
            readonly slug: string;
            /**
             * @description Its type.
             * @enum {string}
             */
            readonly type: "authority" | "company" | "service" | "place" | "instrument" | "programme" | "directive" | "facility" | "case" | "category" | "topic";
            /** @description What it is called. */
            readonly name: string;
            /** @description What it is called in other languages, by language tag. */
            readonly names?: {
                readonly [key: string]: string;
            };
        };
        readonly InteroperabilityRow: {
            /** @description What facts name it by. */
            readonly slug: string;
            /**
             * @description Its type.
             * @enum {string}
             */
            readonly type: "authority" | "company" | "service" | "place" | "instrument" | "programme" | "directive" | "facility" | "case" | "category" | "topic";
            /** @description What it is called. */
            readonly name: string;
            /** @description What it is called in other languages, by language tag. */
            readonly names?: {
                readonly [key: string]: string;
            };
            /** @description By the key of the column. One that is absent is unrecorded, whatever the day: nobody wrote anything down. */
            readonly cells: {
                readonly [key: string]: components["schemas"]["InteroperabilityCell"];
            };
        };
        /** @description An authority closed a case about parties. */
        readonly InvestigationClosed: {
            /** @constant */
            readonly kind: "InvestigationClosed";
            readonly details: components["schemas"]["InvestigationClosedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "InvestigationClosed";
        });
        readonly InvestigationClosedDetails: {
            /** @description The slug of an authority. */
            readonly authority: string;
            /** @description A list of 1 to 200 items, each the slug of a company, service or authority. */
            readonly parties: readonly string[];
            /** @description The slug of a case. */
            readonly case: string;
        };
        /** @description An authority opened a case about parties. */
        readonly InvestigationOpened: {
            /** @constant */
            readonly kind: "InvestigationOpened";
            readonly details: components["schemas"]["InvestigationOpenedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "InvestigationOpened";
        });
        readonly InvestigationOpenedDetails: {
            /** @description The slug of an authority. */
            readonly authority: string;
            /** @description A list of 1 to 200 items, each the slug of a company, service or authority. */
            readonly parties: readonly string[];
            /** @description The slug of a case. */
            readonly case: string;
        };
        /**
         * @description What sort of development it is; GET /v1/kinds explains each.
         * @enum {string}
         */
        readonly Kind: "GuidanceMeetingHeld" | "DirectiveIssued" | "ComplianceCommitted" | "ComplianceAchieved" | "FineImposed" | "FineChanged" | "LinksBlocked" | "LinksUnblocked" | "PaymentMethodAnnounced" | "PaymentMethodAccepted" | "PaymentMethodEnded" | "InstrumentIssued" | "InstrumentRepealed" | "BanOrdered" | "BanLifted" | "AppsRemoved" | "StorefrontOpened" | "StorefrontClosed" | "DataLocalised" | "DataCentreAnnounced" | "DataCentreOpened" | "ProgrammeLaunched" | "ProgrammeEnded" | "ClosureOrdered" | "TalksReported" | "AgreementReached" | "InvestigationOpened" | "InvestigationClosed" | "OwnershipChanged" | "MarketImpactReported" | "StatementMade" | "CoverageStated" | "DevelopmentNoted";
        readonly Kinds: {
            /** @description Every kind of development. */
            readonly kinds: readonly {
                /** @description Its name. */
                readonly kind: string;
                /** @description What it is for. */
                readonly description: string;
                /** @description The facts it sets. */
                readonly facts: readonly string[];
                /** @description The JSON Schema (2020-12) of its details. */
                readonly schema: Record<string, unknown>;
            }[];
            /** @description The predicates that are built in. */
            readonly predicates: readonly components["schemas"]["Predicate"][];
            /** @description Every type of entity. */
            readonly entityTypes: readonly components["schemas"]["EntityType"][];
        };
        /** @description What was known. */
        readonly KnownAt: {
            /** @description The answer takes in the log up to this position; 0 is before everything. */
            readonly position: string;
            /** @description When that was recorded; null at position 0. */
            readonly recordedAt: string | null;
        };
        /** @description A service stopped its users from following links to others. */
        readonly LinksBlocked: {
            /** @constant */
            readonly kind: "LinksBlocked";
            readonly details: components["schemas"]["LinksBlockedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "LinksBlocked";
        });
        readonly LinksBlockedDetails: {
            /** @description The slug of a service, company or category. */
            readonly from: string;
            /** @description A list of 1 to 200 items, each the slug of a service, company or category. */
            readonly to: readonly string[];
        };
        /** @description A service let its users follow links to others again. */
        readonly LinksUnblocked: {
            /** @constant */
            readonly kind: "LinksUnblocked";
            readonly details: components["schemas"]["LinksUnblockedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "LinksUnblocked";
        });
        readonly LinksUnblockedDetails: {
            /** @description The slug of a service, company or category. */
            readonly from: string;
            /** @description A list of 1 to 200 items, each the slug of a service, company or category. */
            readonly to: readonly string[];
        };
        readonly Liveness: {
            /**
             * @description The process answers.
             * @constant
             */
            readonly status: "live";
        };
        /** @description A gain or loss on the market was reported. */
        readonly MarketImpactReported: {
            /** @constant */
            readonly kind: "MarketImpactReported";
            readonly details: components["schemas"]["MarketImpactReportedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "MarketImpactReported";
        });
        readonly MarketImpactReportedDetails: {
            /** @description Left out where it is unknown. Money, such as { "value": "2750000000", "currency": "USD" } or { "atLeast": "1", "atMost": "2.50", "currency": "USD" }. */
            readonly amount?: components["schemas"]["Money"];
            /** @description What gained or lost it. A text of at most 1000 characters that isn't blank. */
            readonly about: string;
            /** @description Over which time. A text of at most 200 characters that isn't blank. */
            readonly period?: string;
        };
        readonly Matter: {
            /** @description What developments and facts name it by. */
            readonly slug: string;
            /** @description The number of the version’s event in its stream. */
            readonly revision: number;
            /** @description Where that event is in the log. */
            readonly position: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            readonly recordedAt: string;
            /** @description A text of at most 300 characters that isn't blank. */
            readonly title: string;
            /** @description A text of at most 10000 characters that isn't blank. */
            readonly description?: string;
        };
        readonly MatterAnswer: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description What developments and facts name it by. */
            readonly slug: string;
            /** @description The number of the version’s event in its stream. */
            readonly revision: number;
            /** @description Where that event is in the log. */
            readonly position: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            readonly recordedAt: string;
            /** @description A text of at most 300 characters that isn't blank. */
            readonly title: string;
            /** @description A text of at most 10000 characters that isn't blank. */
            readonly description?: string;
        };
        readonly MatterBody: {
            /** @description A text of at most 300 characters that isn't blank. */
            readonly title: string;
            /** @description A text of at most 10000 characters that isn't blank. */
            readonly description?: string;
        };
        readonly Matters: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description By slug. */
            readonly matters: readonly components["schemas"]["Matter"][];
            /** @description The cursor of the next page, to be sent alone or with the same parameters; null on the last page. */
            readonly next: string | null;
        };
        readonly Mention: {
            /**
             * Format: uuid
             * @description A development.
             */
            readonly id: string;
            /** @description How it refers to this one: after, fine, replaces. */
            readonly role: string;
        };
        readonly Money: {
            /** @description A decimal text such as "2750000000" or "0.50", at most 30 digits and 6 after the point. */
            readonly value?: string;
            /** @description A decimal text such as "2750000000" or "0.50", at most 30 digits and 6 after the point. */
            readonly atLeast?: string;
            /** @description A decimal text such as "2750000000" or "0.50", at most 30 digits and 6 after the point. */
            readonly atMost?: string;
            /** @description An ISO 4217 currency code such as "USD". */
            readonly currency: string;
            /**
             * @description The source itself gives it as approximate. True, or left out.
             * @constant
             */
            readonly approximate?: true;
        } & (unknown | (unknown | unknown));
        readonly NotedEffect: {
            /** @description A predicate, built in or new, such as "payment". */
            readonly predicate: string;
            /** @description The slug of an entity. */
            readonly subject: string;
            /** @description The slug of an entity. */
            readonly object?: string;
            /** @description What is so; of a built-in predicate, one of its values. A text of at most 200 characters that isn't blank, or money, such as { "value": "2750000000", "currency": "USD" } or { "atLeast": "1", "atMost": "2.50", "currency": "USD" }. */
            readonly value: string | ({
                /** @description A decimal text such as "2750000000" or "0.50", at most 30 digits and 6 after the point. */
                readonly value?: string;
                /** @description A decimal text such as "2750000000" or "0.50", at most 30 digits and 6 after the point. */
                readonly atLeast?: string;
                /** @description A decimal text such as "2750000000" or "0.50", at most 30 digits and 6 after the point. */
                readonly atMost?: string;
                /** @description An ISO 4217 currency code such as "USD". */
                readonly currency: string;
                /**
                 * @description The source itself gives it as approximate. True, or left out.
                 * @constant
                 */
                readonly approximate?: true;
            } & (unknown | (unknown | unknown)));
            /** @description From when, if not from when it happened. An EDTF date such as "2021-09-28", "2021-09", "2021" or "[2021-09-09..2021-09-28]". */
            readonly from?: string;
        };
        /** @description A company or service has another owner now, or none. */
        readonly OwnershipChanged: {
            /** @constant */
            readonly kind: "OwnershipChanged";
            readonly details: components["schemas"]["OwnershipChangedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "OwnershipChanged";
        });
        readonly OwnershipChangedDetails: {
            /** @description The new owner; a place stands for its state. The slug of a company, authority or place or "none". */
            readonly owner: string;
            /** @description The slug of a company or service. */
            readonly owned: string;
        };
        /** @description Venues accept a means of payment. */
        readonly PaymentMethodAccepted: {
            /** @constant */
            readonly kind: "PaymentMethodAccepted";
            readonly details: components["schemas"]["PaymentMethodAcceptedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "PaymentMethodAccepted";
        });
        readonly PaymentMethodAcceptedDetails: {
            /** @description A list of 1 to 200 items, each the slug of a service, company or category. */
            readonly venues: readonly string[];
            /** @description The slug of a service. */
            readonly method: string;
        };
        /** @description It was announced that venues will accept a means of payment. */
        readonly PaymentMethodAnnounced: {
            /** @constant */
            readonly kind: "PaymentMethodAnnounced";
            readonly details: components["schemas"]["PaymentMethodAnnouncedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "PaymentMethodAnnounced";
        });
        readonly PaymentMethodAnnouncedDetails: {
            /** @description A list of 1 to 200 items, each the slug of a service, company or category. */
            readonly venues: readonly string[];
            /** @description The slug of a service. */
            readonly method: string;
        };
        /** @description Venues no longer accept a means of payment. */
        readonly PaymentMethodEnded: {
            /** @constant */
            readonly kind: "PaymentMethodEnded";
            readonly details: components["schemas"]["PaymentMethodEndedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "PaymentMethodEnded";
        });
        readonly PaymentMethodEndedDetails: {
            /** @description A list of 1 to 200 items, each the slug of a service, company or category. */
            readonly venues: readonly string[];
            /** @description The slug of a service. */
            readonly method: string;
        };
        /** @description A day, as known at a position. */
        readonly Point: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
        };
        readonly Predicate: {
            /** @description Its name. */
            readonly name: string;
            /** @description The words that its facts may have as their value. */
            readonly values: readonly string[];
            /**
             * @description Values that are not words.
             * @enum {string}
             */
            readonly alsoValues?: "money" | "entity";
            /** @description The types of entity that fit as its subject. */
            readonly subject: readonly components["schemas"]["EntityType"][];
            /** @description Absent where its facts have no object. */
            readonly object?: readonly components["schemas"]["EntityType"][] | "development";
            /** @description The kinds that alone state it; else DevelopmentNoted may too. */
            readonly onlyBy?: readonly string[];
        };
        /** @description Problem details (RFC 9457). */
        readonly Problem: {
            /**
             * Format: uri
             * @description urn:regulatory-timeline:problem: and the code.
             */
            readonly type: string;
            /** @description What sort of problem it is; the same for every problem of the status. */
            readonly title: string;
            /** @description The HTTP status. */
            readonly status: number;
            /**
             * @description A stable code to tell problems apart by.
             * @enum {string}
             */
            readonly code: "malformed-json" | "malformed-request" | "invalid-coordinate" | "invalid-parameter" | "invalid-header" | "stale-cursor" | "unauthenticated" | "forbidden" | "cross-origin" | "not-found" | "development-not-found" | "entity-not-found" | "matter-not-found" | "unknown-fact" | "method-not-allowed" | "idempotency-key-reused" | "development-retracted" | "not-retracted" | "nothing-to-correct" | "entity-type-fixed" | "concurrent-change" | "stale-line" | "revision-mismatch" | "body-too-large" | "unsupported-media-type" | "unexpected-host" | "invalid-development" | "invalid-entity" | "invalid-matter" | "invalid-line" | "invalid-what-if" | "what-if-limit" | "unknown-entity" | "unknown-matter" | "unknown-development" | "contradictory-timing" | "timing-limit" | "rate-limited" | "internal-error" | "log-unavailable" | "views-behind" | "projection-parked" | "issuer-unavailable";
            /** @description What is wrong and what to do, in words. */
            readonly detail: string;
            /** @description Each thing that is wrong with what was sent. */
            readonly errors?: readonly components["schemas"]["FieldError"][];
            /** @description Known names like the one that was not. */
            readonly near?: readonly string[];
            /** @description Those whose dates contradict one another. */
            readonly developments?: readonly string[];
            /** @description The query parameter that is wrong. */
            readonly parameter?: string;
            /** @description The current revision. */
            readonly revision?: number;
            /** @description The type that the entity has. */
            readonly registeredType?: string;
            /**
             * @description The role that is needed.
             * @enum {string}
             */
            readonly needs?: "reader" | "recorder" | "auditor" | "admin";
            /** @description Of a line of an import: seconds after which to send it again; other answers have Retry-After. */
            readonly retryAfter?: number;
        };
        /** @description An authority ended a programme and those of its lines that are named. */
        readonly ProgrammeEnded: {
            /** @constant */
            readonly kind: "ProgrammeEnded";
            readonly details: components["schemas"]["ProgrammeEndedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "ProgrammeEnded";
        });
        readonly ProgrammeEndedDetails: {
            /** @description The slug of an authority. */
            readonly authority: string;
            /** @description The slug of a programme. */
            readonly programme: string;
            /** @description Its parts, as far as they are named. A list of 0 to 200 items, each the slug of a programme. */
            readonly lines: readonly string[];
        };
        /** @description An authority launched a programme, or extended it by lines. */
        readonly ProgrammeLaunched: {
            /** @constant */
            readonly kind: "ProgrammeLaunched";
            readonly details: components["schemas"]["ProgrammeLaunchedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "ProgrammeLaunched";
        });
        readonly ProgrammeLaunchedDetails: {
            /** @description The slug of an authority. */
            readonly authority: string;
            /** @description The slug of a programme. */
            readonly programme: string;
            /** @description Its parts, as far as they are named. A list of 0 to 200 items, each the slug of a programme. */
            readonly lines: readonly string[];
        };
        readonly Readiness: {
            /**
             * @description degraded: a view has stopped, or all stand still for now. starting: the views catch up. unavailable: the log is out of reach.
             * @enum {string}
             */
            readonly status: "ready" | "degraded" | "starting" | "unavailable";
            /** @description Why the log is out of reach, or damaged. */
            readonly reason?: string;
            /** @description The log, where it can be reached. */
            readonly log?: {
                /**
                 * Format: uuid
                 * @description The log.
                 */
                readonly id: string;
                /** @description Its last position. */
                readonly position: string;
            };
            /** @description The views. */
            readonly views: {
                /** @description How far the views are. */
                readonly position: string;
                /** @description Views that stopped. */
                readonly parked: readonly {
                    /** @description The view that stopped. */
                    readonly projection: string;
                    /** @description The event that it can not handle. */
                    readonly position: string;
                    /** @description Why. */
                    readonly error: string;
                }[];
                /**
                 * @description Stands while following the log has failed and is tried again.
                 * @constant
                 */
                readonly interrupted?: true;
            };
        };
        readonly Registration: {
            /** @description What developments name it by. */
            readonly slug: string;
            /** @description The number of its last event in its stream. */
            readonly revision: number;
            /** @description Where that event is in the log, for minPosition. On KurrentDB it is `store:<commit>/<prepare>` if this node takes long to number it, which is taken wherever a position is. */
            readonly position: string;
            /**
             * Format: date-time
             * @description When that was recorded.
             */
            readonly recordedAt: string;
        };
        readonly ReplayClosing: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description What was asked for. */
            readonly filter: {
                /** @description The entity asked about. */
                readonly entity?: string;
                /** @description The matter asked about. */
                readonly matter?: string;
                /** @description The predicate asked about. */
                readonly predicate?: string;
            };
            /** @description Of the JCS of { format: "regtime-state/1", rules, log, position, asOf, filter, facts, totals }. */
            readonly stateDigest: string;
        };
        /** @description An event with what it changed; the last line closes with a digest of the state. */
        readonly ReplayLine: components["schemas"]["ReplayedEvent"] | components["schemas"]["ReplayClosing"];
        readonly ReplayedEvent: {
            /** @description Where the event is in the log. */
            readonly position: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            readonly recordedAt: string;
            /** @description development-<uuid>, entity-<slug> or matter-<slug>. */
            readonly stream: string;
            /** @description Its number within the stream, from 0. */
            readonly revision: number;
            /** @description The type of the event. */
            readonly type: string;
            /** @description Who recorded it. */
            readonly actor: string;
            /** @description The payload in its current schema; empty where it was erased. */
            readonly data: Record<string, unknown>;
            /**
             * @description Stands where the payload was erased.
             * @constant
             */
            readonly payloadErased?: true;
            /**
             * @description Stands where what the development stated before was erased: what this changed may have been so already.
             * @constant
             */
            readonly beforeErased?: true;
            /** @description The facts that it changed, as they are on the day asked about. */
            readonly changes: readonly components["schemas"]["FactChange"][];
        };
        /** @description A development that made the difference. */
        readonly Responsible: {
            /**
             * Format: uuid
             * @description The development.
             */
            readonly development: string;
            /** @description Its kind. */
            readonly kind: string;
            /** @description Its title, as known at the later position. */
            readonly title: string;
            /** @description How it made the difference. */
            readonly how: readonly ({
                /**
                 * @description What was done to the development after the one position, up to the other.
                 * @enum {string}
                 */
                readonly what: "recorded" | "corrected" | "retracted" | "reinstated";
                /** @description Where that event is in the log. */
                readonly position: string;
                /**
                 * Format: date-time
                 * @description When it was recorded.
                 */
                readonly recordedAt: string;
            } | {
                /**
                 * @description It had not come yet, or not certainly, by the earlier of the two days.
                 * @constant
                 */
                readonly what: "came-due";
                /**
                 * Format: date
                 * @description The first day on which it may have come.
                 */
                readonly earliest: string;
                /**
                 * Format: date
                 * @description The first day by which it has certainly come.
                 */
                readonly latest: string;
            })[];
        };
        readonly SourceBody: {
            /** @description A text of at most 300 characters that isn't blank. */
            readonly publisher: string;
            /** @description A text of at most 500 characters that isn't blank. */
            readonly title: string;
            /** @description A web address that begins with http:// or https://. */
            readonly url?: string;
            /** @description A language tag such as "en" or "zh-Hans". */
            readonly language?: string;
            /** @description An EDTF date such as "2021-09-28", "2021-09", "2021" or "[2021-09-09..2021-09-28]". */
            readonly publishedOn?: string;
            /**
             * Format: date
             * @description One exact day such as "2021-09-28".
             */
            readonly retrievedOn?: string;
            /** @description Of the text that was retrieved. A SHA-256 as 64 lowercase hex digits. */
            readonly sha256?: string;
            /** @description A short quotation. A text of at most 500 characters that isn't blank. */
            readonly quote?: string;
        };
        readonly Started: {
            /**
             * @description starting: the views catch up for the first time.
             * @enum {string}
             */
            readonly status: "started" | "starting";
        };
        readonly State: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description Of what the answer is about, for each the farthest day stated; left out where there is none. */
            readonly coverage?: readonly components["schemas"]["Coverage"][];
            /** @description By key; unrecorded facts are not listed. */
            readonly facts: readonly components["schemas"]["Fact"][];
            /** @description Of the whole filter, on every page. */
            readonly totals: readonly components["schemas"]["Total"][];
            /** @description The cursor of the next page, to be sent alone or with the same parameters; null on the last page. */
            readonly next: string | null;
        };
        readonly StateAsked: {
            /**
             * Format: date
             * @description The day asked about; that of the whole request if left out. One exact day such as "2021-09-28".
             */
            readonly asOf?: string;
            /** @description Facts with this entity as subject or object. The slug of an entity. */
            readonly entity?: string;
            /** @description Facts with an assertion of this matter. The slug of a matter. */
            readonly matter?: string;
            /** @description Facts of this predicate. A predicate. */
            readonly predicate?: string;
            /** @description How many items the answer has at most, 1 to 1000; 100 if left out. A whole number, 0 or more. */
            readonly limit?: number;
        };
        readonly StatedDevelopment: {
            /** @description A text of at most 300 characters that isn't blank. */
            readonly title: string;
            /** @description When it happened. An EDTF date such as "2021-09-28", "2021-09", "2021" or "[2021-09-09..2021-09-28]". */
            readonly when: string;
            /** @description The slug of a matter. */
            readonly matter?: string;
            /** @description How `when` lies to that of others. A list of 0 to 32 items, each an object. */
            readonly timing?: readonly components["schemas"]["TimingBody"][];
            /** @description A text of at most 10000 characters that isn't blank. */
            readonly note?: string;
            /** @description A list of 0 to 50 items, each an object. */
            readonly sources?: readonly components["schemas"]["SourceBody"][];
            /**
             * Format: uuid
             * @description A retracted development that this one stands in for. The id of a development, a UUID in lowercase.
             */
            readonly replaces?: string;
        };
        /** @description A party said something in public that changes no fact by itself. */
        readonly StatementMade: {
            /** @constant */
            readonly kind: "StatementMade";
            readonly details: components["schemas"]["StatementMadeDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "StatementMade";
        });
        readonly StatementMadeDetails: {
            /** @description The slug of a company, service or authority. */
            readonly party: string;
            /** @description A text of at most 500 characters that isn't blank. */
            readonly about: string;
            /** @description What was said, in short. A text of at most 2000 characters that isn't blank. */
            readonly gist: string;
        };
        /** @description A seller closed its shop on a platform, or had to. */
        readonly StorefrontClosed: {
            /** @constant */
            readonly kind: "StorefrontClosed";
            readonly details: components["schemas"]["StorefrontClosedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "StorefrontClosed";
        });
        readonly StorefrontClosedDetails: {
            /** @description The slug of a company or service. */
            readonly seller: string;
            /** @description The slug of a service, company or category. */
            readonly venue: string;
        };
        /** @description A seller opened a shop on a platform. */
        readonly StorefrontOpened: {
            /** @constant */
            readonly kind: "StorefrontOpened";
            readonly details: components["schemas"]["StorefrontOpenedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "StorefrontOpened";
        });
        readonly StorefrontOpenedDetails: {
            /** @description The slug of a company or service. */
            readonly seller: string;
            /** @description The slug of a service, company or category. */
            readonly venue: string;
        };
        /** @description A sum with true bounds. */
        readonly Sum: {
            /** @description The sum is at least this; a decimal text. */
            readonly min: string;
            /** @description The sum is at most this; null where no upper end is known. */
            readonly max: string | null;
            /**
             * @description definite where the bounds meet.
             * @enum {string}
             */
            readonly certainty: "definite" | "possible";
            /** @description False where uncertain facts hang together, so that the true bounds may be narrower. */
            readonly exact: boolean;
            /** @description How many facts without an amount are counted in no sum. */
            readonly unquantified?: number;
        };
        readonly SupposedDevelopment: {
            /**
             * Format: uuid
             * @description The development.
             */
            readonly id: string;
            /** @description The number of the version’s event in its stream, for If-Match. */
            readonly revision: number;
            /** @description Where that event is in the log. */
            readonly position: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            readonly recordedAt: string;
            readonly kind: components["schemas"]["Kind"];
            /** @description What happened, in one line. */
            readonly title: string;
            /** @description One line made of the details. */
            readonly summary: string;
            /** @description When it happened, in EDTF, as it is stored. */
            readonly when: string;
            /**
             * Format: date
             * @description The first day on which it may have happened.
             */
            readonly earliest: string;
            /**
             * Format: date
             * @description The last day on which it may have happened.
             */
            readonly latest: string;
            /** @description The matter it belongs to. */
            readonly matter?: string;
            /** @description How its date lies to those of other developments. */
            readonly timing: readonly components["schemas"]["TimingBody"][];
            readonly details: components["schemas"]["Details"];
            /** @description Where it was read. */
            readonly sources: readonly components["schemas"]["SourceBody"][];
            /**
             * @description Stands where nobody said where it was read.
             * @constant
             */
            readonly unsourced?: true;
            /**
             * @description Stands where events were erased that said where it was read, or may have: those sources are not listed.
             * @constant
             */
            readonly sourcesErased?: true;
            /**
             * @description Stands where what it stated was erased: kind, title, day and details only stand for that.
             * @constant
             */
            readonly payloadErased?: true;
            /** @description What else there is to say. */
            readonly note?: string;
            /**
             * Format: uuid
             * @description The retracted development that it stands in for.
             */
            readonly replaces?: string;
            /** @description Whether it is retracted. */
            readonly retracted: boolean;
        };
        readonly SupposedDiff: {
            readonly from: components["schemas"]["SupposedPoint"];
            readonly to: components["schemas"]["SupposedPoint"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /** @description Facts whose answer differs, by key. */
            readonly facts: readonly components["schemas"]["SupposedDifference"][];
            /** @description Sums that differ, of the facts that match at either point; on every page. */
            readonly totals: readonly components["schemas"]["TotalDifference"][];
            /** @description Whether there is more than the limit lets in: suppose the same again, and ask for more or for less. */
            readonly more: boolean;
        };
        readonly SupposedDifference: {
            /** @description Its key, predicate:subject[:object]. */
            readonly fact: string;
            /** @description What sort of fact it is. */
            readonly predicate: string;
            /** @description The entity it is about. */
            readonly subject: string;
            /** @description The other entity it is about, or the id of a development. */
            readonly object?: string;
            readonly before: components["schemas"]["Verdict"];
            readonly after: components["schemas"]["Verdict"];
            /** @description The developments that made the difference, in log order. */
            readonly because: readonly components["schemas"]["SupposedResponsible"][];
        };
        readonly SupposedExplainedAssertion: {
            /** @description Which development says so, in its version at knownAt. */
            readonly development: {
                /**
                 * Format: uuid
                 * @description The development.
                 */
                readonly id: string;
                readonly kind: components["schemas"]["Kind"];
                /** @description What happened, in one line. */
                readonly title: string;
                /** @description One line made of the details. */
                readonly summary: string;
                /** @description The number of its version’s event in its stream. */
                readonly revision: number;
            };
            readonly value: components["schemas"]["FactValue"];
            /** @description Which of the development’s days it is: when, or where in the details it stands. */
            readonly node: string;
            /** @description That day as it is written, in EDTF. */
            readonly when: string;
            /**
             * Format: date
             * @description The first day it may be, as far as all that bears on it tells.
             */
            readonly earliest: string;
            /**
             * Format: date
             * @description The last day it may be.
             */
            readonly latest: string;
            /**
             * @description Whether it is what is so on the day asked about: whatever the exact days were, or depending on them, or in no case.
             * @enum {string}
             */
            readonly counts: "definite" | "possible" | "no";
            /** @description Why, in words for people; all that it says is in the other members, too. */
            readonly reason: string;
            /** @description Where it may count: what may have come after it by the day asked about, and count. Where it came and does not count: of these one or another has come after it, whatever the exact days were. Equal ones once, 10 at most. */
            readonly followers: readonly components["schemas"]["Follower"][];
            /** @description How many more of them there are. */
            readonly moreFollowers?: number;
            /**
             * @description What binds its day to others is contradictory, so that only the days themselves were looked at.
             * @constant
             */
            readonly contradictory?: true;
            /** @description The relative dates that decided it. */
            readonly timings: readonly components["schemas"]["DecisiveTiming"][];
            /** @description Where it was read. */
            readonly sources: readonly components["schemas"]["SourceBody"][];
            /**
             * @description Stands where nobody said where it was read.
             * @constant
             */
            readonly unsourced?: true;
            /**
             * @description Stands where events were erased that said where it was read, or may have: those sources are not listed.
             * @constant
             */
            readonly sourcesErased?: true;
            /** @description Where the event is in the log that led to the version of the development. */
            readonly position: string;
            /**
             * Format: date-time
             * @description When that was recorded.
             */
            readonly recordedAt: string;
        };
        readonly SupposedFactAnswer: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["SupposedKnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description Its key, predicate:subject[:object]. */
            readonly fact: string;
            /** @description What sort of fact it is. */
            readonly predicate: string;
            /** @description The entity it is about. */
            readonly subject: string;
            /** @description The other entity it is about, or the id of a development. */
            readonly object?: string;
            /**
             * @description definite: one possible value. possible: several. unrecorded: nobody wrote anything down, which is not "no".
             * @enum {string}
             */
            readonly certainty: "definite" | "possible" | "unrecorded";
            /** @description The one possible value. */
            readonly value?: components["schemas"]["FactValue"];
            /** @description Every possible value, in JCS order; null, last, says that unrecorded is possible. */
            readonly values?: readonly (components["schemas"]["FactValue"] | null)[];
            /** @description Since when the definite value holds. */
            readonly since?: {
                /**
                 * Format: date
                 * @description The first day on which it may have begun.
                 */
                readonly earliest: string;
                /**
                 * Format: date
                 * @description The first day by which it has certainly begun.
                 */
                readonly latest: string;
            };
            /** @description The developments of the possible assertions, in log order. */
            readonly because: readonly string[];
            /** @description Developments whose relative dates contradict one another; the answer is from the plain ranges. */
            readonly contradiction?: readonly string[];
            /** @description Of what the answer is about, for each the farthest day stated; left out where there is none. */
            readonly coverage?: readonly components["schemas"]["Coverage"][];
            /** @description Stands with `coverage` where the fact is unrecorded: true if the day was searched, so that nothing was found; false if nobody has looked that far. */
            readonly withinCoverage?: boolean;
        };
        readonly SupposedFactTimeline: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["SupposedKnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description Its key, predicate:subject[:object]. */
            readonly fact: string;
            /** @description What sort of fact it is. */
            readonly predicate: string;
            /** @description The entity it is about. */
            readonly subject: string;
            /** @description The other entity it is about, or the id of a development. */
            readonly object?: string;
            /** @description In order, without gaps: every day asked about is in one of them. */
            readonly spans: readonly components["schemas"]["ValidSpan"][];
            /** @description Whether there is more than the limit lets in: suppose the same again, and ask for more or for less. */
            readonly more: boolean;
        };
        readonly SupposedInteroperability: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["SupposedKnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description Means of payment, then what is linked to, each by slug. */
            readonly columns: readonly components["schemas"]["InteroperabilityColumn"][];
            /** @description Services and other venues by slug: all of which a payment or a link is known, on whatever day. */
            readonly rows: readonly components["schemas"]["InteroperabilityRow"][];
        };
        /** @description What was known. */
        readonly SupposedKnownAt: {
            /** @description The answer takes in the log up to this position; 0 is before everything. */
            readonly position: string;
            /** @description When that was recorded; null at position 0. */
            readonly recordedAt: string | null;
        };
        /** @description A day, as known at a position. */
        readonly SupposedPoint: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["SupposedKnownAt"];
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
        };
        /** @description A development that made the difference. */
        readonly SupposedResponsible: {
            /**
             * Format: uuid
             * @description The development.
             */
            readonly development: string;
            /** @description Its kind. */
            readonly kind: string;
            /** @description Its title, as known at the later position. */
            readonly title: string;
            /** @description How it made the difference. */
            readonly how: readonly ({
                /**
                 * @description What was done to the development after the one position, up to the other.
                 * @enum {string}
                 */
                readonly what: "recorded" | "corrected" | "retracted" | "reinstated";
                /** @description Where that event is in the log. */
                readonly position: string;
                /**
                 * Format: date-time
                 * @description When it was recorded.
                 */
                readonly recordedAt: string;
            } | {
                /**
                 * @description It had not come yet, or not certainly, by the earlier of the two days.
                 * @constant
                 */
                readonly what: "came-due";
                /**
                 * Format: date
                 * @description The first day on which it may have come.
                 */
                readonly earliest: string;
                /**
                 * Format: date
                 * @description The first day by which it has certainly come.
                 */
                readonly latest: string;
            })[];
        };
        readonly SupposedState: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["SupposedKnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description Of what the answer is about, for each the farthest day stated; left out where there is none. */
            readonly coverage?: readonly components["schemas"]["Coverage"][];
            /** @description By key; unrecorded facts are not listed. */
            readonly facts: readonly components["schemas"]["Fact"][];
            /** @description Of the whole filter, on every page. */
            readonly totals: readonly components["schemas"]["Total"][];
            /** @description Whether there is more than the limit lets in: suppose the same again, and ask for more or for less. */
            readonly more: boolean;
        };
        readonly SupposedTimeline: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["SupposedKnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description Of what the answer is about, for each the farthest day stated; left out where there is none. */
            readonly coverage?: readonly components["schemas"]["Coverage"][];
            /** @description By earliest day, latest day, then log order. */
            readonly developments: readonly components["schemas"]["SupposedDevelopment"][];
            /** @description Whether there is more than the limit lets in: suppose the same again, and ask for more or for less. */
            readonly more: boolean;
        };
        readonly SupposedWhatIf: {
            /** @description What everything is supposed on top of. */
            readonly base: {
                /** @description The last position of the log that the answer takes in; 0 is before everything. */
                readonly position: string;
                /** @description When that was recorded; null at position 0. */
                readonly recordedAt: string | null;
            };
            /**
             * Format: date
             * @description The day the changes are about, and every answer that names none.
             */
            readonly asOf: string;
            /** @description The version of the rules. */
            readonly rules: number;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description What would become of each, in their order. */
            readonly commands: readonly {
                /** @description Which command, from 1. */
                readonly command: number;
                /**
                 * @description recorded: it would be. unchanged: it would change nothing, or the log has it already. refused: it would be refused.
                 * @enum {string}
                 */
                readonly status: "recorded" | "unchanged" | "refused";
                /** @description The development, or the slug of the entity or matter. The id of a new one with a ref is the one that an import would give it. */
                readonly id?: string;
                /** @description The number that its event would have in its stream. */
                readonly revision?: number;
                /** @description Where it would be recorded, after the base. */
                readonly position?: string;
                /** @description What would be accepted but may not be meant. */
                readonly warnings?: readonly components["schemas"]["Warning"][];
                /** @description After a retraction or reinstatement: the developments that refer to it. */
                readonly referredBy?: readonly components["schemas"]["Mention"][];
                readonly problem?: {
                    /** @enum {unknown} */
                    readonly code?: "malformed-json" | "invalid-line" | "body-too-large" | "invalid-development" | "invalid-entity" | "invalid-matter" | "unknown-entity" | "unknown-matter" | "unknown-development" | "contradictory-timing" | "timing-limit" | "development-not-found" | "development-retracted" | "not-retracted" | "nothing-to-correct" | "entity-type-fixed" | "idempotency-key-reused" | "stale-line" | "concurrent-change" | "views-behind" | "log-unavailable" | "internal-error";
                } & components["schemas"]["Problem"];
            }[];
            /** @description What the commands would change on the day asked about. */
            readonly changes: {
                /** @description Facts whose answer on the day would be another one, by key, 1000 at most. */
                readonly facts: readonly components["schemas"]["SupposedDifference"][];
                /** @description Sums that would be others; left out where too many fines would have to be added up. */
                readonly totals?: readonly components["schemas"]["TotalDifference"][];
                /** @description Whether there is more than the limit lets in: suppose the same again, and ask for more or for less. */
                readonly more: boolean;
            };
            /** @description What would be answered to each question, in their order. */
            readonly answers: readonly ({
                readonly state: components["schemas"]["SupposedState"];
            } | {
                readonly diff: components["schemas"]["SupposedDiff"];
            } | {
                readonly fact: components["schemas"]["SupposedFactAnswer"];
            } | {
                readonly why: components["schemas"]["SupposedWhy"];
            } | {
                readonly factTimeline: components["schemas"]["SupposedFactTimeline"];
            } | {
                readonly timeline: components["schemas"]["SupposedTimeline"];
            } | {
                readonly interoperability: components["schemas"]["SupposedInteroperability"];
            } | {
                readonly problem: {
                    /** @enum {unknown} */
                    readonly code?: "unknown-fact" | "invalid-parameter" | "invalid-coordinate" | "what-if-limit";
                } & components["schemas"]["Problem"];
            })[];
        };
        readonly SupposedWhy: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["SupposedKnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description Its key, predicate:subject[:object]. */
            readonly fact: string;
            /** @description What sort of fact it is. */
            readonly predicate: string;
            /** @description The entity it is about. */
            readonly subject: string;
            /** @description The other entity it is about, or the id of a development. */
            readonly object?: string;
            /**
             * @description definite: one possible value. possible: several. unrecorded: nobody wrote anything down, which is not "no".
             * @enum {string}
             */
            readonly certainty: "definite" | "possible" | "unrecorded";
            /** @description The one possible value. */
            readonly value?: components["schemas"]["FactValue"];
            /** @description Every possible value, in JCS order; null, last, says that unrecorded is possible. */
            readonly values?: readonly (components["schemas"]["FactValue"] | null)[];
            /** @description Since when the definite value holds. */
            readonly since?: {
                /**
                 * Format: date
                 * @description The first day on which it may have begun.
                 */
                readonly earliest: string;
                /**
                 * Format: date
                 * @description The first day by which it has certainly begun.
                 */
                readonly latest: string;
            };
            /** @description The developments of the possible assertions, in log order. */
            readonly because: readonly string[];
            /** @description Developments whose relative dates contradict one another; the answer is from the plain ranges. */
            readonly contradiction?: readonly string[];
            /** @description Why the fact is what it is, for people. */
            readonly reason: string;
            /** @description Every assertion known about it: by earliest day, latest day, then tie order. */
            readonly assertions: readonly components["schemas"]["SupposedExplainedAssertion"][];
            /** @description Developments that spoke of it until they were retracted, in log order: the last 20 at most. */
            readonly retracted: readonly {
                /**
                 * Format: uuid
                 * @description The development.
                 */
                readonly id: string;
                readonly kind: components["schemas"]["Kind"];
                /** @description What happened, in one line. */
                readonly title: string;
                /**
                 * @description Stands where what it stated was erased: kind, title, day and details only stand for that.
                 * @constant
                 */
                readonly payloadErased?: true;
                /** @description Where its retraction is in the log, or what was said of it after that. */
                readonly position: string;
                /**
                 * Format: date-time
                 * @description When that was recorded.
                 */
                readonly recordedAt: string;
            }[];
            /** @description Whether there is more than the limit lets in: suppose the same again, and ask for more or for less. */
            readonly more: boolean;
        };
        /** @description Parties were reported to be in talks about a deal. */
        readonly TalksReported: {
            /** @constant */
            readonly kind: "TalksReported";
            readonly details: components["schemas"]["TalksReportedDetails"];
        } & (components["schemas"]["StatedDevelopment"] & {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            readonly kind: "TalksReported";
        });
        readonly TalksReportedDetails: {
            /** @description A list of 1 to 200 items, each the slug of a company, service or authority. */
            readonly parties: readonly string[];
            /** @description The slug of a topic. */
            readonly topic: string;
        };
        readonly TimedDay: {
            /**
             * Format: uuid
             * @description The development.
             */
            readonly id: string;
            /** @description What happened, in one line. */
            readonly title: string;
            /** @description Which of the development’s days it is: when, or where in the details it stands. */
            readonly node: string;
            /**
             * Format: date
             * @description The first day that is left for it.
             */
            readonly earliest: string;
            /**
             * Format: date
             * @description The last day that is left for it.
             */
            readonly latest: string;
        };
        readonly Timeline: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description Of what the answer is about, for each the farthest day stated; left out where there is none. */
            readonly coverage?: readonly components["schemas"]["Coverage"][];
            /** @description By earliest day, latest day, then log order. */
            readonly developments: readonly components["schemas"]["Development"][];
            /** @description The cursor of the next page, to be sent alone or with the same parameters; null on the last page. */
            readonly next: string | null;
        };
        readonly TimelineAsked: {
            /**
             * Format: date
             * @description First day of the span. One exact day such as "2021-09-28".
             */
            readonly from?: string;
            /**
             * Format: date
             * @description Last day of the span. One exact day such as "2021-09-28".
             */
            readonly to?: string;
            /** @description Developments that name it. The slug of an entity. */
            readonly entity?: string;
            /** @description Developments of it. The slug of a matter. */
            readonly matter?: string;
            /**
             * @description Developments of this kind. One of GuidanceMeetingHeld, DirectiveIssued, ComplianceCommitted, ComplianceAchieved, FineImposed, FineChanged, LinksBlocked, LinksUnblocked, PaymentMethodAnnounced, PaymentMethodAccepted, PaymentMethodEnded, InstrumentIssued, InstrumentRepealed, BanOrdered, BanLifted, AppsRemoved, StorefrontOpened, StorefrontClosed, DataLocalised, DataCentreAnnounced, DataCentreOpened, ProgrammeLaunched, ProgrammeEnded, ClosureOrdered, TalksReported, AgreementReached, InvestigationOpened, InvestigationClosed, OwnershipChanged, MarketImpactReported, StatementMade, CoverageStated, DevelopmentNoted.
             * @enum {string}
             */
            readonly kind?: "GuidanceMeetingHeld" | "DirectiveIssued" | "ComplianceCommitted" | "ComplianceAchieved" | "FineImposed" | "FineChanged" | "LinksBlocked" | "LinksUnblocked" | "PaymentMethodAnnounced" | "PaymentMethodAccepted" | "PaymentMethodEnded" | "InstrumentIssued" | "InstrumentRepealed" | "BanOrdered" | "BanLifted" | "AppsRemoved" | "StorefrontOpened" | "StorefrontClosed" | "DataLocalised" | "DataCentreAnnounced" | "DataCentreOpened" | "ProgrammeLaunched" | "ProgrammeEnded" | "ClosureOrdered" | "TalksReported" | "AgreementReached" | "InvestigationOpened" | "InvestigationClosed" | "OwnershipChanged" | "MarketImpactReported" | "StatementMade" | "CoverageStated" | "DevelopmentNoted";
            /**
             * @description asc if left out. One of asc, desc.
             * @enum {string}
             */
            readonly order?: "asc" | "desc";
            /**
             * @description Show retracted developments too. "retracted".
             * @enum {string}
             */
            readonly include?: "retracted";
            /** @description How many items the answer has at most, 1 to 1000; 100 if left out. A whole number, 0 or more. */
            readonly limit?: number;
        };
        readonly TimingBody: {
            /**
             * Format: uuid
             * @description The development that this one came after. The id of a development, a UUID in lowercase.
             */
            readonly after: string;
            /** @description How long after it at the least; P0D if left out. A duration in whole days or weeks such as "P2D" or "P1W", of at most P36500D. */
            readonly atLeast?: string;
            /** @description How long after it at the most; no upper bound if left out. A duration in whole days or weeks such as "P2D" or "P1W", of at most P36500D. */
            readonly atMost?: string;
        };
        /** @description The sum of a party’s fines in one currency, with true bounds. */
        readonly Total: {
            /** @description The predicate whose amounts are added up. */
            readonly predicate: string;
            /** @description The entity they are added up for. */
            readonly subject: string;
            /** @description ISO 4217; null where no amount is known. */
            readonly currency: string | null;
            /** @description The sum is at least this; a decimal text. */
            readonly min: string;
            /** @description The sum is at most this; null where no upper end is known. */
            readonly max: string | null;
            /**
             * @description definite where the bounds meet.
             * @enum {string}
             */
            readonly certainty: "definite" | "possible";
            /** @description False where uncertain facts hang together, so that the true bounds may be narrower. */
            readonly exact: boolean;
            /** @description How many facts without an amount are counted in no sum. */
            readonly unquantified?: number;
        };
        /** @description A sum that is another one; null where there was nothing to add up. */
        readonly TotalDifference: {
            /** @description The predicate whose amounts are added up. */
            readonly predicate: string;
            /** @description The entity they are added up for. */
            readonly subject: string;
            /** @description ISO 4217; null where no amount is known. */
            readonly currency: string | null;
            readonly before: components["schemas"]["Sum"] | null;
            readonly after: components["schemas"]["Sum"] | null;
        };
        /** @description Days in a row on which a fact is the same, on the same grounds. */
        readonly ValidSpan: {
            /**
             * Format: date
             * @description The first day; 0001-01-01, where the calendar begins, stands for no beginning.
             */
            readonly from: string;
            /**
             * Format: date
             * @description The last day; 9999-12-31, where the calendar ends, stands for no end.
             */
            readonly to: string;
            /**
             * @description definite: one possible value. possible: several. unrecorded: nobody wrote anything down, which is not "no".
             * @enum {string}
             */
            readonly certainty: "definite" | "possible" | "unrecorded";
            /** @description The one possible value. */
            readonly value?: components["schemas"]["FactValue"];
            /** @description Every possible value, in JCS order; null, last, says that unrecorded is possible. */
            readonly values?: readonly (components["schemas"]["FactValue"] | null)[];
            /** @description The developments of the possible assertions, in log order. */
            readonly because: readonly string[];
            /** @description Developments whose relative dates contradict one another; the answer is from the plain ranges. */
            readonly contradiction?: readonly string[];
        };
        /** @description What a fact is on a day. */
        readonly Verdict: {
            /**
             * @description definite: one possible value. possible: several. unrecorded: nobody wrote anything down, which is not "no".
             * @enum {string}
             */
            readonly certainty: "definite" | "possible" | "unrecorded";
            /** @description The one possible value. */
            readonly value?: components["schemas"]["FactValue"];
            /** @description Every possible value, in JCS order; null, last, says that unrecorded is possible. */
            readonly values?: readonly (components["schemas"]["FactValue"] | null)[];
            /** @description Since when the definite value holds. */
            readonly since?: {
                /**
                 * Format: date
                 * @description The first day on which it may have begun.
                 */
                readonly earliest: string;
                /**
                 * Format: date
                 * @description The first day by which it has certainly begun.
                 */
                readonly latest: string;
            };
            /** @description The developments of the possible assertions, in log order. */
            readonly because: readonly string[];
            /** @description Developments whose relative dates contradict one another; the answer is from the plain ranges. */
            readonly contradiction?: readonly string[];
        };
        readonly Version: {
            readonly kind: components["schemas"]["Kind"];
            /** @description What happened, in one line. */
            readonly title: string;
            /** @description One line made of the details. */
            readonly summary: string;
            /** @description When it happened, in EDTF, as it is stored. */
            readonly when: string;
            /**
             * Format: date
             * @description The first day on which it may have happened.
             */
            readonly earliest: string;
            /**
             * Format: date
             * @description The last day on which it may have happened.
             */
            readonly latest: string;
            /** @description The matter it belongs to. */
            readonly matter?: string;
            /** @description How its date lies to those of other developments. */
            readonly timing: readonly components["schemas"]["TimingBody"][];
            readonly details: components["schemas"]["Details"];
            /** @description Where it was read. */
            readonly sources: readonly components["schemas"]["SourceBody"][];
            /**
             * @description Stands where nobody said where it was read.
             * @constant
             */
            readonly unsourced?: true;
            /**
             * @description Stands where events were erased that said where it was read, or may have: those sources are not listed.
             * @constant
             */
            readonly sourcesErased?: true;
            /**
             * @description Stands where what it stated was erased: kind, title, day and details only stand for that.
             * @constant
             */
            readonly payloadErased?: true;
            /** @description What else there is to say. */
            readonly note?: string;
            /**
             * Format: uuid
             * @description The retracted development that it stands in for.
             */
            readonly replaces?: string;
            /** @description Whether it is retracted. */
            readonly retracted: boolean;
        };
        readonly Warning: {
            /**
             * @description timing-void: it is timed after a retracted development. order-unknown: it may have come before or after another one that speaks of the same fact.
             * @enum {string}
             */
            readonly code: "timing-void" | "order-unknown";
            /** @description What to look at, in words. */
            readonly detail: string;
            /** @description The fact of which both speak. */
            readonly fact?: string;
            /**
             * Format: uuid
             * @description The other development.
             */
            readonly development: string;
            /** @description A timing that would settle it, if this one came after the other. */
            readonly proposed?: components["schemas"]["TimingBody"];
        };
        readonly WhatIfBody: {
            /** @description What would be recorded, in this order; each as a line of an import. A list of 1 to 100 items, each an object. */
            readonly commands: readonly components["schemas"]["ImportLine"][];
            /** @description What would be answered then. A list of 0 to 20 items, each an object. */
            readonly queries?: readonly components["schemas"]["WhatIfQuestion"][];
            /**
             * Format: date
             * @description The day asked about; today (UTC) if left out. One exact day such as "2021-09-28".
             */
            readonly asOf?: string;
            /**
             * @description As POST /v1/import would take them: what was imported already is unchanged. True, or left out.
             * @constant
             */
            readonly asImport?: true;
            /** @description Wait until the views have reached this position, as a command answered it. A text of at most 64 characters that isn't blank. */
            readonly minPosition?: string;
        };
        readonly WhatIfQuestion: {
            /** @description As GET /v1/state. An object. */
            readonly state?: components["schemas"]["StateAsked"];
            /** @description As GET /v1/state/diff, from what is known to what would be. An object. */
            readonly diff?: components["schemas"]["StateAsked"];
            /** @description As GET /v1/facts/{fact}. An object. */
            readonly fact?: components["schemas"]["FactAsked"];
            /** @description As GET /v1/facts/{fact}/why. An object. */
            readonly why?: components["schemas"]["WhyAsked"];
            /** @description As GET /v1/facts/{fact}/timeline. An object. */
            readonly factTimeline?: components["schemas"]["FactTimelineAsked"];
            /** @description As GET /v1/timeline. An object. */
            readonly timeline?: components["schemas"]["TimelineAsked"];
            /** @description As GET /v1/interoperability. An object. */
            readonly interoperability?: components["schemas"]["InteroperabilityAsked"];
        } & (unknown | unknown | unknown | unknown | unknown | unknown | unknown);
        readonly Why: {
            /**
             * Format: date
             * @description The day the answer is about.
             */
            readonly asOf: string;
            readonly knownAt: components["schemas"]["KnownAt"];
            /** @description The version of the rules; raised whenever the same record would be answered differently. */
            readonly rules: number;
            /**
             * @description Stands where the day is later than that on which the last event was recorded.
             * @constant
             */
            readonly prospective?: true;
            /** @description Stands where it was erased what developments stated that are known there, or anywhere in the range of positions that the answer is about: answers that rested on it no longer do. */
            readonly erased?: readonly string[];
            /** @description Its key, predicate:subject[:object]. */
            readonly fact: string;
            /** @description What sort of fact it is. */
            readonly predicate: string;
            /** @description The entity it is about. */
            readonly subject: string;
            /** @description The other entity it is about, or the id of a development. */
            readonly object?: string;
            /**
             * @description definite: one possible value. possible: several. unrecorded: nobody wrote anything down, which is not "no".
             * @enum {string}
             */
            readonly certainty: "definite" | "possible" | "unrecorded";
            /** @description The one possible value. */
            readonly value?: components["schemas"]["FactValue"];
            /** @description Every possible value, in JCS order; null, last, says that unrecorded is possible. */
            readonly values?: readonly (components["schemas"]["FactValue"] | null)[];
            /** @description Since when the definite value holds. */
            readonly since?: {
                /**
                 * Format: date
                 * @description The first day on which it may have begun.
                 */
                readonly earliest: string;
                /**
                 * Format: date
                 * @description The first day by which it has certainly begun.
                 */
                readonly latest: string;
            };
            /** @description The developments of the possible assertions, in log order. */
            readonly because: readonly string[];
            /** @description Developments whose relative dates contradict one another; the answer is from the plain ranges. */
            readonly contradiction?: readonly string[];
            /** @description Why the fact is what it is, for people. */
            readonly reason: string;
            /** @description Every assertion known about it: by earliest day, latest day, then tie order. */
            readonly assertions: readonly components["schemas"]["ExplainedAssertion"][];
            /** @description Developments that spoke of it until they were retracted, in log order: the last 20 at most. */
            readonly retracted: readonly {
                /**
                 * Format: uuid
                 * @description The development.
                 */
                readonly id: string;
                readonly kind: components["schemas"]["Kind"];
                /** @description What happened, in one line. */
                readonly title: string;
                /**
                 * @description Stands where what it stated was erased: kind, title, day and details only stand for that.
                 * @constant
                 */
                readonly payloadErased?: true;
                /** @description Where its retraction is in the log, or what was said of it after that. */
                readonly position: string;
                /**
                 * Format: date-time
                 * @description When that was recorded.
                 */
                readonly recordedAt: string;
            }[];
            /** @description The cursor of the next page, to be sent alone or with the same parameters; null on the last page. */
            readonly next: string | null;
        };
        readonly WhyAsked: {
            /**
             * Format: date
             * @description The day asked about; that of the whole request if left out. One exact day such as "2021-09-28".
             */
            readonly asOf?: string;
            /** @description Its key, predicate:subject[:object]. A text of at most 400 characters that isn't blank. */
            readonly fact: string;
            /** @description How many items the answer has at most, 1 to 1000; 100 if left out. A whole number, 0 or more. */
            readonly limit?: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export interface operations {
    readonly getState: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description How many items a page has at most; 100 if left out.
                 * @example 2
                 */
                readonly limit?: number;
                /**
                 * @description Where to go on: `next` of the page before. It comes alone or with the same parameters.
                 * @example eyJhZnRlciI6WyJsaW5rcyJdfQ
                 */
                readonly cursor?: string;
                /**
                 * @description Facts with this entity as subject or object.
                 * @example wechat
                 */
                readonly entity?: string;
                /**
                 * @description Facts with an assertion of this matter.
                 * @example platform-interoperability
                 */
                readonly matter?: string;
                /**
                 * @description Facts of this predicate.
                 * @example links
                 */
                readonly predicate?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["State"];
                };
            };
        };
    };
    readonly getFact: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The key of the fact, predicate:subject or predicate:subject:object.
                 * @example links:wechat:taobao
                 */
                readonly fact: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FactAnswer"];
                };
            };
        };
    };
    readonly explainFact: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description How many items a page has at most; 100 if left out.
                 * @example 2
                 */
                readonly limit?: number;
                /**
                 * @description Where to go on: `next` of the page before. It comes alone or with the same parameters.
                 * @example eyJhZnRlciI6WyJsaW5rcyJdfQ
                 */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The key of the fact, predicate:subject or predicate:subject:object.
                 * @example links:wechat:taobao
                 */
                readonly fact: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Why"];
                };
            };
        };
    };
    readonly getFactTimeline: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description How many items a page has at most; 100 if left out.
                 * @example 2
                 */
                readonly limit?: number;
                /**
                 * @description Where to go on: `next` of the page before. It comes alone or with the same parameters.
                 * @example eyJhZnRlciI6WyJsaW5rcyJdfQ
                 */
                readonly cursor?: string;
                /**
                 * @description First day that is told of; 0001-01-01 if left out.
                 * @example 2021-09-01
                 */
                readonly from?: string;
                /**
                 * @description Last day that is told of; 9999-12-31 if left out. The same as `from` asks about that day alone.
                 * @example 2021-09-30
                 */
                readonly to?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The key of the fact, predicate:subject or predicate:subject:object.
                 * @example links:wechat:taobao
                 */
                readonly fact: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FactTimeline"];
                };
            };
        };
    };
    readonly getFactHistory: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description How many items a page has at most; 100 if left out.
                 * @example 2
                 */
                readonly limit?: number;
                /**
                 * @description Where to go on: `next` of the page before. It comes alone or with the same parameters.
                 * @example eyJhZnRlciI6WyJsaW5rcyJdfQ
                 */
                readonly cursor?: string;
                /**
                 * @description First day that is told of; 0001-01-01 if left out.
                 * @example 2021-09-01
                 */
                readonly from?: string;
                /**
                 * @description Last day that is told of; 9999-12-31 if left out. The same as `from` asks about that day alone.
                 * @example 2021-09-30
                 */
                readonly to?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The key of the fact, predicate:subject or predicate:subject:object.
                 * @example links:wechat:taobao
                 */
                readonly fact: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FactHistory"];
                };
            };
        };
    };
    readonly getDiff: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day to compare from, YYYY-MM-DD; `to.asOf` if left out.
                 * @example 2021-09-01
                 */
                readonly "from.asOf"?: string;
                /**
                 * @description What was known there: position:<n>, or an RFC 3339 instant; `to.knownAt` if left out.
                 * @example position:31
                 */
                readonly "from.knownAt"?: string;
                /**
                 * @description The day to compare to, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-10-01
                 */
                readonly "to.asOf"?: string;
                /**
                 * @description What was known there: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly "to.knownAt"?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description How many items a page has at most; 100 if left out.
                 * @example 2
                 */
                readonly limit?: number;
                /**
                 * @description Where to go on: `next` of the page before. It comes alone or with the same parameters.
                 * @example eyJhZnRlciI6WyJsaW5rcyJdfQ
                 */
                readonly cursor?: string;
                /**
                 * @description Facts with this entity as subject or object.
                 * @example wechat
                 */
                readonly entity?: string;
                /**
                 * @description Facts with an assertion of this matter.
                 * @example platform-interoperability
                 */
                readonly matter?: string;
                /**
                 * @description Facts of this predicate.
                 * @example links
                 */
                readonly predicate?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Diff"];
                };
            };
        };
    };
    readonly getChanges: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description How many items a page has at most; 100 if left out.
                 * @example 2
                 */
                readonly limit?: number;
                /**
                 * @description Where to go on: `next` of the page before. It comes alone or with the same parameters.
                 * @example eyJhZnRlciI6WyJsaW5rcyJdfQ
                 */
                readonly cursor?: string;
                /**
                 * @description The position since which; needed wherever there is no cursor.
                 * @example 57
                 */
                readonly since?: string;
                /**
                 * @description Facts with this entity as subject or object.
                 * @example wechat
                 */
                readonly entity?: string;
                /**
                 * @description Facts with an assertion of this matter.
                 * @example platform-interoperability
                 */
                readonly matter?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Changes"];
                };
            };
        };
    };
    readonly getInteroperability: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description Facts with an assertion of this matter.
                 * @example platform-interoperability
                 */
                readonly matter?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Interoperability"];
                };
            };
        };
    };
    readonly supposeCommands: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WhatIfBody"];
            };
        };
        readonly responses: {
            /** @description What would be answered. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SupposedWhatIf"];
                };
            };
        };
    };
    readonly getTimeline: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description How many items a page has at most; 100 if left out.
                 * @example 2
                 */
                readonly limit?: number;
                /**
                 * @description Where to go on: `next` of the page before. It comes alone or with the same parameters.
                 * @example eyJhZnRlciI6WyJsaW5rcyJdfQ
                 */
                readonly cursor?: string;
                /**
                 * @description First day of the span; developments that may lie in it are listed.
                 * @example 2021-09-01
                 */
                readonly from?: string;
                /**
                 * @description Last day of the span.
                 * @example 2021-09-30
                 */
                readonly to?: string;
                /**
                 * @description Developments that name this entity.
                 * @example alibaba
                 */
                readonly entity?: string;
                /**
                 * @description Developments of this matter.
                 * @example platform-interoperability
                 */
                readonly matter?: string;
                /**
                 * @description Developments of this kind.
                 * @example GuidanceMeetingHeld
                 */
                readonly kind?: "GuidanceMeetingHeld" | "DirectiveIssued" | "ComplianceCommitted" | "ComplianceAchieved" | "FineImposed" | "FineChanged" | "LinksBlocked" | "LinksUnblocked" | "PaymentMethodAnnounced" | "PaymentMethodAccepted" | "PaymentMethodEnded" | "InstrumentIssued" | "InstrumentRepealed" | "BanOrdered" | "BanLifted" | "AppsRemoved" | "StorefrontOpened" | "StorefrontClosed" | "DataLocalised" | "DataCentreAnnounced" | "DataCentreOpened" | "ProgrammeLaunched" | "ProgrammeEnded" | "ClosureOrdered" | "TalksReported" | "AgreementReached" | "InvestigationOpened" | "InvestigationClosed" | "OwnershipChanged" | "MarketImpactReported" | "StatementMade" | "CoverageStated" | "DevelopmentNoted";
                /**
                 * @description Words to be found, all of them, in title, note or details, or in a name of an entity that the development names. A word of three letters or more is also found where it begins another; in double quotes, words in a row just as they are. Chinese is found by any characters that follow one another.
                 * @example "link blocking" 微信
                 */
                readonly q?: string;
                /**
                 * @description By earliest day, latest day, then log order; asc if left out.
                 * @example desc
                 */
                readonly order?: "asc" | "desc";
                /**
                 * @description retracted: show retracted developments too.
                 * @example retracted
                 */
                readonly include?: "retracted";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Timeline"];
                };
            };
        };
    };
    readonly getDevelopment: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The id of a development.
                 * @example 69ef6cb3-cefc-5e50-a3f7-2b6a6d22e2d7
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DevelopmentAnswer"];
                };
            };
        };
    };
    readonly getDevelopmentHistory: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The id of a development.
                 * @example 69ef6cb3-cefc-5e50-a3f7-2b6a6d22e2d7
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DevelopmentHistory"];
                };
            };
        };
    };
    readonly getTimelineFeed: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description How many items a page has at most; 100 if left out.
                 * @example 2
                 */
                readonly limit?: number;
                /**
                 * @description Where to go on: `next` of the page before. It comes alone or with the same parameters.
                 * @example eyJhZnRlciI6WyJsaW5rcyJdfQ
                 */
                readonly cursor?: string;
                /**
                 * @description First day of the span; developments that may lie in it are listed.
                 * @example 2021-09-01
                 */
                readonly from?: string;
                /**
                 * @description Last day of the span.
                 * @example 2021-09-30
                 */
                readonly to?: string;
                /**
                 * @description Developments that name this entity.
                 * @example alibaba
                 */
                readonly entity?: string;
                /**
                 * @description Developments of this matter.
                 * @example platform-interoperability
                 */
                readonly matter?: string;
                /**
                 * @description Developments of this kind.
                 * @example GuidanceMeetingHeld
                 */
                readonly kind?: "GuidanceMeetingHeld" | "DirectiveIssued" | "ComplianceCommitted" | "ComplianceAchieved" | "FineImposed" | "FineChanged" | "LinksBlocked" | "LinksUnblocked" | "PaymentMethodAnnounced" | "PaymentMethodAccepted" | "PaymentMethodEnded" | "InstrumentIssued" | "InstrumentRepealed" | "BanOrdered" | "BanLifted" | "AppsRemoved" | "StorefrontOpened" | "StorefrontClosed" | "DataLocalised" | "DataCentreAnnounced" | "DataCentreOpened" | "ProgrammeLaunched" | "ProgrammeEnded" | "ClosureOrdered" | "TalksReported" | "AgreementReached" | "InvestigationOpened" | "InvestigationClosed" | "OwnershipChanged" | "MarketImpactReported" | "StatementMade" | "CoverageStated" | "DevelopmentNoted";
                /**
                 * @description Words to be found, all of them, in title, note or details, or in a name of an entity that the development names. A word of three letters or more is also found where it begins another; in double quotes, words in a row just as they are. Chinese is found by any characters that follow one another.
                 * @example "link blocking" 微信
                 */
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/atom+xml": string;
                };
            };
        };
    };
    readonly getCalendar: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description First day of the span; 30 days before `asOf` if left out, so that what has just come stays for a while.
                 * @example 2027-01-01
                 */
                readonly from?: string;
                /**
                 * @description Last day of the span.
                 * @example 2027-12-31
                 */
                readonly to?: string;
                /**
                 * @description Developments that name this entity.
                 * @example alibaba
                 */
                readonly entity?: string;
                /**
                 * @description Developments of this matter.
                 * @example platform-interoperability
                 */
                readonly matter?: string;
                /**
                 * @description Developments of this kind.
                 * @example InstrumentIssued
                 */
                readonly kind?: "GuidanceMeetingHeld" | "DirectiveIssued" | "ComplianceCommitted" | "ComplianceAchieved" | "FineImposed" | "FineChanged" | "LinksBlocked" | "LinksUnblocked" | "PaymentMethodAnnounced" | "PaymentMethodAccepted" | "PaymentMethodEnded" | "InstrumentIssued" | "InstrumentRepealed" | "BanOrdered" | "BanLifted" | "AppsRemoved" | "StorefrontOpened" | "StorefrontClosed" | "DataLocalised" | "DataCentreAnnounced" | "DataCentreOpened" | "ProgrammeLaunched" | "ProgrammeEnded" | "ClosureOrdered" | "TalksReported" | "AgreementReached" | "InvestigationOpened" | "InvestigationClosed" | "OwnershipChanged" | "MarketImpactReported" | "StatementMade" | "CoverageStated" | "DevelopmentNoted";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/calendar": string;
                };
            };
        };
    };
    readonly getTimelineCsv: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description First day of the span; developments that may lie in it are listed.
                 * @example 2021-09-01
                 */
                readonly from?: string;
                /**
                 * @description Last day of the span.
                 * @example 2021-09-30
                 */
                readonly to?: string;
                /**
                 * @description Developments that name this entity.
                 * @example alibaba
                 */
                readonly entity?: string;
                /**
                 * @description Developments of this matter.
                 * @example platform-interoperability
                 */
                readonly matter?: string;
                /**
                 * @description Developments of this kind.
                 * @example GuidanceMeetingHeld
                 */
                readonly kind?: "GuidanceMeetingHeld" | "DirectiveIssued" | "ComplianceCommitted" | "ComplianceAchieved" | "FineImposed" | "FineChanged" | "LinksBlocked" | "LinksUnblocked" | "PaymentMethodAnnounced" | "PaymentMethodAccepted" | "PaymentMethodEnded" | "InstrumentIssued" | "InstrumentRepealed" | "BanOrdered" | "BanLifted" | "AppsRemoved" | "StorefrontOpened" | "StorefrontClosed" | "DataLocalised" | "DataCentreAnnounced" | "DataCentreOpened" | "ProgrammeLaunched" | "ProgrammeEnded" | "ClosureOrdered" | "TalksReported" | "AgreementReached" | "InvestigationOpened" | "InvestigationClosed" | "OwnershipChanged" | "MarketImpactReported" | "StatementMade" | "CoverageStated" | "DevelopmentNoted";
                /**
                 * @description Words to be found, all of them, in title, note or details, or in a name of an entity that the development names. A word of three letters or more is also found where it begins another; in double quotes, words in a row just as they are. Chinese is found by any characters that follow one another.
                 * @example "link blocking" 微信
                 */
                readonly q?: string;
                /**
                 * @description By earliest day, latest day, then log order; asc if left out.
                 * @example desc
                 */
                readonly order?: "asc" | "desc";
                /**
                 * @description retracted: show retracted developments too.
                 * @example retracted
                 */
                readonly include?: "retracted";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
        };
    };
    readonly getStateCsv: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description Facts with this entity as subject or object.
                 * @example wechat
                 */
                readonly entity?: string;
                /**
                 * @description Facts with an assertion of this matter.
                 * @example platform-interoperability
                 */
                readonly matter?: string;
                /**
                 * @description Facts of this predicate.
                 * @example links
                 */
                readonly predicate?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                };
            };
        };
    };
    readonly recordDevelopment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to send the request again: it is recorded once, and the first answer comes again. Keys do not expire.
                 * @example miit-meeting-2021-09-09
                 */
                readonly "Idempotency-Key"?: string;
                /**
                 * @description Kept in the envelope of every event that the request leads to.
                 * @example newsdesk-4711
                 */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DevelopmentBody"];
            };
        };
        readonly responses: {
            /** @description It is recorded. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Acknowledgement"];
                };
            };
        };
    };
    readonly correctDevelopment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to send the request again: it is recorded once, and the first answer comes again. Keys do not expire.
                 * @example miit-meeting-2021-09-09
                 */
                readonly "Idempotency-Key"?: string;
                /**
                 * @description The revision the change was decided on, as a read or a command gave it, in double quotes; 412 if there is a newer one, or nothing to change yet. Without it a conflicting change is decided again on the newer revision.
                 * @example "0"
                 */
                readonly "If-Match"?: string;
                /**
                 * @description Kept in the envelope of every event that the request leads to.
                 * @example newsdesk-4711
                 */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path: {
                /**
                 * @description The id of a development.
                 * @example 69ef6cb3-cefc-5e50-a3f7-2b6a6d22e2d7
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectionBody"];
            };
        };
        readonly responses: {
            /** @description It is corrected; earlier versions stay. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Acknowledgement"];
                };
            };
        };
    };
    readonly retractDevelopment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to send the request again: it is recorded once, and the first answer comes again. Keys do not expire.
                 * @example miit-meeting-2021-09-09
                 */
                readonly "Idempotency-Key"?: string;
                /**
                 * @description The revision the change was decided on, as a read or a command gave it, in double quotes; 412 if there is a newer one, or nothing to change yet. Without it a conflicting change is decided again on the newer revision.
                 * @example "0"
                 */
                readonly "If-Match"?: string;
                /**
                 * @description Kept in the envelope of every event that the request leads to.
                 * @example newsdesk-4711
                 */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path: {
                /**
                 * @description The id of a development.
                 * @example 01a1fdb9-4560-7000-8000-000000000108
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ExplanationBody"];
            };
        };
        readonly responses: {
            /** @description It is retracted. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Acknowledgement"];
                };
            };
        };
    };
    readonly reinstateDevelopment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to send the request again: it is recorded once, and the first answer comes again. Keys do not expire.
                 * @example miit-meeting-2021-09-09
                 */
                readonly "Idempotency-Key"?: string;
                /**
                 * @description The revision the change was decided on, as a read or a command gave it, in double quotes; 412 if there is a newer one, or nothing to change yet. Without it a conflicting change is decided again on the newer revision.
                 * @example "0"
                 */
                readonly "If-Match"?: string;
                /**
                 * @description Kept in the envelope of every event that the request leads to.
                 * @example newsdesk-4711
                 */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path: {
                /**
                 * @description The id of a development.
                 * @example 01a1fdb9-4560-7000-8000-000000000108
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ExplanationBody"];
            };
        };
        readonly responses: {
            /** @description It is reinstated. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Acknowledgement"];
                };
            };
        };
    };
    readonly addSource: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Makes it safe to send the request again: it is recorded once, and the first answer comes again. Keys do not expire.
                 * @example miit-meeting-2021-09-09
                 */
                readonly "Idempotency-Key"?: string;
                /**
                 * @description The revision the change was decided on, as a read or a command gave it, in double quotes; 412 if there is a newer one, or nothing to change yet. Without it a conflicting change is decided again on the newer revision.
                 * @example "0"
                 */
                readonly "If-Match"?: string;
                /**
                 * @description Kept in the envelope of every event that the request leads to.
                 * @example newsdesk-4711
                 */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path: {
                /**
                 * @description The id of a development.
                 * @example 01a1fdb8-5b00-7000-8000-000000000105
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SourceBody"];
            };
        };
        readonly responses: {
            /** @description It is added. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Acknowledgement"];
                };
            };
        };
    };
    readonly listEntities: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description How many items a page has at most; 100 if left out.
                 * @example 2
                 */
                readonly limit?: number;
                /**
                 * @description Where to go on: `next` of the page before. It comes alone or with the same parameters.
                 * @example eyJhZnRlciI6WyJsaW5rcyJdfQ
                 */
                readonly cursor?: string;
                /**
                 * @description Entities of this type.
                 * @example authority
                 */
                readonly type?: "authority" | "company" | "service" | "place" | "instrument" | "programme" | "directive" | "facility" | "case" | "category" | "topic";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Entities"];
                };
            };
        };
    };
    readonly getEntity: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The slug of the entity.
                 * @example wechat
                 */
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EntityAnswer"];
                };
            };
        };
    };
    readonly putEntity: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The revision the change was decided on, as a read or a command gave it, in double quotes; 412 if there is a newer one, or nothing to change yet. Without it a conflicting change is decided again on the newer revision.
                 * @example "0"
                 */
                readonly "If-Match"?: string;
                /**
                 * @description Kept in the envelope of every event that the request leads to.
                 * @example newsdesk-4711
                 */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path: {
                /**
                 * @description The slug of the entity.
                 * @example wechat
                 */
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["EntityBody"];
            };
        };
        readonly responses: {
            /** @description It is revised, or as it was. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description It is registered. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registration"];
                };
            };
        };
    };
    readonly listMatters: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description How many items a page has at most; 100 if left out.
                 * @example 2
                 */
                readonly limit?: number;
                /**
                 * @description Where to go on: `next` of the page before. It comes alone or with the same parameters.
                 * @example eyJhZnRlciI6WyJsaW5rcyJdfQ
                 */
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Matters"];
                };
            };
        };
    };
    readonly getMatter: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description The slug of the matter.
                 * @example platform-interoperability
                 */
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatterAnswer"];
                };
            };
        };
    };
    readonly putMatter: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description The revision the change was decided on, as a read or a command gave it, in double quotes; 412 if there is a newer one, or nothing to change yet. Without it a conflicting change is decided again on the newer revision.
                 * @example "0"
                 */
                readonly "If-Match"?: string;
                /**
                 * @description Kept in the envelope of every event that the request leads to.
                 * @example newsdesk-4711
                 */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path: {
                /**
                 * @description The slug of the matter.
                 * @example platform-interoperability
                 */
                readonly slug: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MatterBody"];
            };
        };
        readonly responses: {
            /** @description It is revised, or as it was. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registration"];
                };
            };
            /** @description It is opened. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Registration"];
                };
            };
        };
    };
    readonly listKinds: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All of it. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Kinds"];
                };
            };
        };
    };
    readonly importLines: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description true: answer as if, and record nothing at all.
                 * @example true
                 */
                readonly dryRun?: "true" | "false";
            };
            readonly header?: {
                /**
                 * @description Kept in the envelope of every event that the request leads to.
                 * @example newsdesk-4711
                 */
                readonly "X-Correlation-Id"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/x-ndjson": components["schemas"]["ImportLine"];
            };
        };
        readonly responses: {
            /** @description What became of each line. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": components["schemas"]["ImportResult"];
                };
            };
        };
    };
    readonly listEvents: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Event types, separated by commas; all if left out.
                 * @example FineImposed,FineChanged
                 */
                readonly types?: string;
                /**
                 * @description How many events at most; all if left out.
                 * @example 2
                 */
                readonly limit?: number;
                /**
                 * @description First position, inclusive; 1 if left out.
                 * @example 31
                 */
                readonly from?: string;
                /**
                 * @description Last position, inclusive; the head if left out.
                 * @example 60
                 */
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The events in log order. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": components["schemas"]["Event"];
                };
            };
        };
    };
    readonly streamEvents: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Event types, separated by commas; all if left out.
                 * @example FineImposed,FineChanged
                 */
                readonly types?: string;
                /**
                 * @description How many events at most; all if left out.
                 * @example 2
                 */
                readonly limit?: number;
            };
            readonly header?: {
                /**
                 * @description The position of the last event that was seen; 0 for none.
                 * @example 0
                 */
                readonly "Last-Event-ID"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The events, one after the other, without end. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/event-stream": components["schemas"]["Event"];
                };
            };
        };
    };
    readonly replayLog: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description Events that concern this entity.
                 * @example alibaba
                 */
                readonly entity?: string;
                /**
                 * @description Events that concern this matter.
                 * @example platform-interoperability
                 */
                readonly matter?: string;
                /**
                 * @description The day on which facts are compared; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description First position, inclusive; 1 if left out.
                 * @example 31
                 */
                readonly from?: string;
                /**
                 * @description Last position, inclusive; all that is known if left out.
                 * @example 60
                 */
                readonly to?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The events in log order, and the digest. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/x-ndjson": components["schemas"]["ReplayLine"];
                };
            };
        };
    };
    readonly listBackdated: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The day asked about, YYYY-MM-DD; today (UTC) if left out.
                 * @example 2021-09-15
                 */
                readonly asOf?: string;
                /**
                 * @description What was known: position:<n>, or an RFC 3339 instant; everything if left out.
                 * @example position:31
                 */
                readonly knownAt?: string;
                /**
                 * @description Wait until the views have reached this position, as a command answered it.
                 * @example 31
                 */
                readonly minPosition?: string;
                /**
                 * @description How many items a page has at most; 100 if left out.
                 * @example 2
                 */
                readonly limit?: number;
                /**
                 * @description Where to go on: `next` of the page before. It comes alone or with the same parameters.
                 * @example eyJhZnRlciI6WyJsaW5rcyJdfQ
                 */
                readonly cursor?: string;
                /**
                 * @description How many days after it happened something may be recorded without being listed; 7 if left out.
                 * @example 30
                 */
                readonly days?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer, with the coordinates at which it is given. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BackdatedAnswer"];
                };
            };
        };
    };
    readonly getLiveness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description It does. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Liveness"];
                };
            };
        };
    };
    readonly getStarted: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description They have. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Started"];
                };
            };
            /** @description They have not yet. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Started"];
                };
            };
        };
    };
    readonly getReadiness: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description They are, if degraded not all. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description The log is out of reach, or the views have not caught up since the start. */
            readonly 503: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    readonly getMetrics: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The figures in Prometheus' text format. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/plain": string;
                };
            };
        };
    };
    readonly getOpenApi: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": Record<string, unknown>;
                };
            };
        };
    };
    readonly getDocs: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The page. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/html": string;
                };
            };
        };
    };
}

/** How each operation is asked. */
export const OPERATIONS = {
  getState: {"method":"GET","path":"/v1/state","accept":"application/json","statuses":[200],"headers":[]},
  getFact: {"method":"GET","path":"/v1/facts/{fact}","accept":"application/json","statuses":[200],"headers":[]},
  explainFact: {"method":"GET","path":"/v1/facts/{fact}/why","accept":"application/json","statuses":[200],"headers":[]},
  getFactTimeline: {"method":"GET","path":"/v1/facts/{fact}/timeline","accept":"application/json","statuses":[200],"headers":[]},
  getFactHistory: {"method":"GET","path":"/v1/facts/{fact}/history","accept":"application/json","statuses":[200],"headers":[]},
  getDiff: {"method":"GET","path":"/v1/state/diff","accept":"application/json","statuses":[200],"headers":[]},
  getChanges: {"method":"GET","path":"/v1/state/changes","accept":"application/json","statuses":[200],"headers":[]},
  getInteroperability: {"method":"GET","path":"/v1/interoperability","accept":"application/json","statuses":[200],"headers":[]},
  supposeCommands: {"method":"POST","path":"/v1/what-if","accept":"application/json","statuses":[200],"sends":"application/json","headers":[]},
  getTimeline: {"method":"GET","path":"/v1/timeline","accept":"application/json","statuses":[200],"headers":[]},
  getDevelopment: {"method":"GET","path":"/v1/developments/{id}","accept":"application/json","statuses":[200],"headers":[]},
  getDevelopmentHistory: {"method":"GET","path":"/v1/developments/{id}/history","accept":"application/json","statuses":[200],"headers":[]},
  getTimelineFeed: {"method":"GET","path":"/v1/timeline.atom","accept":"application/atom+xml","statuses":[200],"headers":[]},
  getCalendar: {"method":"GET","path":"/v1/calendar.ics","accept":"text/calendar","statuses":[200],"headers":[]},
  getTimelineCsv: {"method":"GET","path":"/v1/timeline.csv","accept":"text/csv","statuses":[200],"headers":[]},
  getStateCsv: {"method":"GET","path":"/v1/state.csv","accept":"text/csv","statuses":[200],"headers":[]},
  recordDevelopment: {"method":"POST","path":"/v1/developments","accept":"application/json","statuses":[201],"sends":"application/json","headers":["Idempotency-Key","X-Correlation-Id"]},
  correctDevelopment: {"method":"POST","path":"/v1/developments/{id}/corrections","accept":"application/json","statuses":[200],"sends":"application/json","headers":["Idempotency-Key","If-Match","X-Correlation-Id"]},
  retractDevelopment: {"method":"POST","path":"/v1/developments/{id}/retraction","accept":"application/json","statuses":[200],"sends":"application/json","headers":["Idempotency-Key","If-Match","X-Correlation-Id"]},
  reinstateDevelopment: {"method":"POST","path":"/v1/developments/{id}/reinstatement","accept":"application/json","statuses":[200],"sends":"application/json","headers":["Idempotency-Key","If-Match","X-Correlation-Id"]},
  addSource: {"method":"POST","path":"/v1/developments/{id}/sources","accept":"application/json","statuses":[200],"sends":"application/json","headers":["Idempotency-Key","If-Match","X-Correlation-Id"]},
  listEntities: {"method":"GET","path":"/v1/entities","accept":"application/json","statuses":[200],"headers":[]},
  getEntity: {"method":"GET","path":"/v1/entities/{slug}","accept":"application/json","statuses":[200],"headers":[]},
  putEntity: {"method":"PUT","path":"/v1/entities/{slug}","accept":"application/json","statuses":[200,201],"sends":"application/json","headers":["If-Match","X-Correlation-Id"]},
  listMatters: {"method":"GET","path":"/v1/matters","accept":"application/json","statuses":[200],"headers":[]},
  getMatter: {"method":"GET","path":"/v1/matters/{slug}","accept":"application/json","statuses":[200],"headers":[]},
  putMatter: {"method":"PUT","path":"/v1/matters/{slug}","accept":"application/json","statuses":[200,201],"sends":"application/json","headers":["If-Match","X-Correlation-Id"]},
  listKinds: {"method":"GET","path":"/v1/kinds","accept":"application/json","statuses":[200],"headers":[]},
  importLines: {"method":"POST","path":"/v1/import","accept":"application/x-ndjson","statuses":[200],"sends":"application/x-ndjson","headers":["X-Correlation-Id"]},
  listEvents: {"method":"GET","path":"/v1/events","accept":"application/x-ndjson","statuses":[200],"headers":[]},
  streamEvents: {"method":"GET","path":"/v1/events/stream","accept":"text/event-stream","statuses":[200],"headers":["Last-Event-ID"]},
  replayLog: {"method":"GET","path":"/v1/replay","accept":"application/x-ndjson","statuses":[200],"headers":[]},
  listBackdated: {"method":"GET","path":"/v1/audit/backdated","accept":"application/json","statuses":[200],"headers":[]},
  getLiveness: {"method":"GET","path":"/health/live","accept":"application/json","statuses":[200],"headers":[]},
  getStarted: {"method":"GET","path":"/health/started","accept":"application/json","statuses":[200,503],"headers":[]},
  getReadiness: {"method":"GET","path":"/health/ready","accept":"application/json","statuses":[200,503],"headers":[]},
  getMetrics: {"method":"GET","path":"/metrics","accept":"text/plain","statuses":[200],"headers":[]},
  getOpenApi: {"method":"GET","path":"/openapi.json","accept":"application/json","statuses":[200],"headers":[]},
  getDocs: {"method":"GET","path":"/docs","accept":"text/html","statuses":[200],"headers":[]},
} as const;
