/** Records that pass between the stages. Offsets are UTF-16 code units into `Report.text`, ends exclusive. */
import type { Period, ReportHeader, Warning } from '../schema/extraction.js';
import type {
  Approx,
  Basis,
  EntityType,
  FactStatus,
  Measure,
  RelationType,
  Stage,
} from '../schema/ontology.js';

export type {
  Entity,
  Extraction,
  Judgement,
  Milestone,
  Observation,
  Period,
  Relation,
  ReportHeader,
  Span,
  Warning,
} from '../schema/extraction.js';
export type {
  Approx,
  Basis,
  EntityType,
  FactStatus,
  Measure,
  RelationType,
  Stage,
} from '../schema/ontology.js';

export interface Range {
  start: number;
  end: number;
}

/** One decoded input, from the read stage. */
export interface Source {
  /** Path as given, or `-` for standard input. */
  file: string;
  /** Hex digest of the bytes. */
  sha256: string;
  encoding: string;
  /** Decoded text: BOM dropped, nothing else changed. */
  text: string;
}

/** What a section speaks of: the year under review, several years, the coming period, or unknown. */
export type Standing = 'year' | 'years' | 'plan' | 'none';

/** A heading with everything under it, up to the next heading of its level or above. Section 0 is the whole body. */
export interface Section extends Range {
  index: number;
  /** 0 for the body, then 1, 2, … by depth. */
  level: number;
  /**
   * Range of the heading's words, without its number; null for section 0, for items that run straight into a long sentence, and
   * for a stretch where the text itself turns to another time (过去五年，我们主要做了以下工作).
   */
  heading: Range | null;
  /** Range of the heading's number (一、 / （一） / 1.), where it has one. */
  marker: Range | null;
  parent: number | null;
  standing: Standing;
  /** Period that numbers of this section take when they state none. */
  period: Period | null;
}

/** Up to 。！？ or a line end; carries its innermost section. */
export interface Sentence extends Range {
  index: number;
  section: number;
}

/** Place where characters were lost before the text reached us. */
export interface Damage extends Range {
  kind: 'date' | 'unit' | 'encoding';
  /** All valid readings; ISO dates for `date`. It is read only when exactly one remains. */
  readings: string[];
  message: string;
}

/** A division of GB/T 2260 (province, prefecture, county) or of the statistical street and village lists. */
export interface Division {
  code: string;
  name: string;
  /** 0 the state, 1 province, 2 prefecture, 3 county, 4 street or town, 5 community or village. */
  level: 0 | 1 | 2 | 3 | 4 | 5;
}

/** One parsed document, from the document stage. */
export interface Report {
  header: ReportHeader;
  text: string;
  /** Where the title, issuer and date line were read, for evidence; null where not found. */
  titleRange: Range | null;
  issuerRange: Range | null;
  dateRange: Range | null;
  /** The reporting division and its ancestors, nearest first (武昌区, 武汉市, 湖北省); empty when unknown. */
  lineage: Division[];
  /** Divisions below the reporting one: streets, villages (for a province also its prefectures and counties). */
  subtree: Division[];
  /** Page furniture (breadcrumbs, print buttons, publication lines, attribution): no facts are read there. */
  furniture: Range[];
  sections: Section[];
  sentences: Sentence[];
  damages: Damage[];
  warnings: Warning[];
}

/** A place in the text where a named thing is named. */
export interface Mention extends Range {
  type: EntityType;
  /** Full form as far as the place itself gives it (a coordination's first half gets the shared head: 积玉桥街社卫中心). */
  name: string;
  /** Other forms of the name given by rule or by the text itself (以下简称 …). */
  aliases?: string[];
  /** Set for a counted collective ("8家定点医院"): its size, or null when uncounted. */
  group?: { size: number | null };
  rule: string;
}

/** What a draft fact hangs on: a mention by index, or the reporting division or issuer even where unnamed. */
export type Ref = number | 'division' | 'issuer';

export interface DraftObservation {
  indicator: string;
  subject: Ref;
  value: number;
  valueMax: number | null;
  unit: string;
  measure: Measure;
  status: FactStatus;
  approx: Approx;
  scope: string | null;
  period: Period | null;
  /** The number with its unit. */
  evidence: Range;
  sentence: number;
  rule: string;
}

export interface DraftMilestone {
  entity: Ref;
  stage: Stage;
  status: 'actual' | 'target';
  date: string | null;
  evidence: Range;
  rule: string;
}

export interface DraftRelation {
  type: RelationType;
  source: Ref;
  target: Ref;
  role: string | null;
  basis: Basis;
  status: 'actual' | 'target';
  evidence: Range;
  rule: string;
}

/** One numeral of the text that gave no observation, with the reason. */
export interface NonFact extends Range {
  reason: string;
}

/** Everything the extract stage reads, still by mention index. */
export interface Draft {
  mentions: Mention[];
  observations: DraftObservation[];
  milestones: DraftMilestone[];
  relations: DraftRelation[];
  nonFacts: NonFact[];
}
