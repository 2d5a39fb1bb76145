/** Types of the search client. Shards are specified in `src/search/export.rs`. */

/** Gives the text of a file, by its path from `client.js`: `index.json`, `<hash>/3.json`. */
export type Reader = (path: string) => Promise<string>;

export interface Options {
  /** How many results, 10 unless told. */
  limit?: number;
  /** How many to pass over before. */
  offset?: number;
  /** Attributes that results bear, one of each facet named: `['k:laep', 'p:gratuit']`. They narrow what answers. */
  filters?: string[];
  /** Attributes that results must not bear. */
  except?: string[];
  /** Attributes that must not be understood: their words are text. */
  without?: string[];
  /** What comes first, relevance unless told. */
  sort?: 'distance' | 'date';
  /** Where distances are counted from: a commune, `c:67180`, or a position; the commune of the question unless told. */
  from?: string | { latitude: number; longitude: number };
  /** The day from which dates count, today unless told: `2026-11-22`. */
  day?: string;
}

export interface Guide {
  search(text: string, options?: Options): Promise<Answer>;
  suggest(text: string, options?: { limit?: number }): Promise<Suggestions>;
}

export interface Answer {
  understood: Understood[];
  results: Result[];
  total: number;
  /** What the answer can be narrowed by; counted when it is read. It is not enumerable. */
  readonly facets: Promise<Facet[]>;
  /** What may help where too little was found; sought when it is read. It is not enumerable. */
  readonly suggestions: Promise<Offers>;
}

/** Values of a facet mean « or », facets « and »: the counts of a facet leave its own choices out. */
export interface Facet {
  facet: 'kind' | 'commune' | 'theme' | 'age' | 'day' | 'price' | 'access' | string;
  /** Whether there may be more than was counted: in a guide of many thousands of records. */
  more: boolean;
  values: Value[];
}

export interface Value extends Label {
  count: number;
  chosen: boolean;
}

export interface Offers {
  /** Filters, and how many answers there are without each. */
  without: { attribute: string; total: number }[];
  /** The question as it may have been meant, and how many answers that has. */
  spelling: { text: string; total: number }[];
  /** Communes with answers near the one that is chosen, the nearest first. */
  communes: Value[];
  /** Themes of the question's words. */
  themes: Label[];
  /** Who can be called in the place that is named, or near it. */
  call: Result[];
}

export interface Understood extends Label {
  /** The words that say it, as they were written. */
  words: string;
}

export interface Label {
  /** A facet's letter and a code: `c:67180`. */
  attribute: string;
  label: string;
}

export interface Result {
  id: string;
  /** The page, from the site's root: put the site's base before it. */
  url: string;
  title: string;
  kind: string;
  kindLabel: string;
  place: string;
  commune: string;
  excerpt: Excerpt[];
  /** The name of an icon, or nothing, and a text. */
  facts: { code: string; text: string }[];
  /** A visit must leave no trace. */
  discreet: boolean;
  /** Shown in a demonstration only, and to be marked. */
  example: boolean;
  /** The language of its text, empty for the index's own. */
  language: string;
  /** How far it is, sorted by distance. */
  kilometres?: number;
  /** When it takes place next, sorted by date: `2026-11-25`. */
  date?: string;
}

export interface Excerpt {
  text: string;
  hit: boolean;
}

/** Discreet records are never suggested. */
export interface Suggestions {
  labels: Label[];
  results: Result[];
}

export interface Entry {
  format: number;
  core: string;
  language: string;
  documents: number;
  kinds: Record<string, string>;
  acronyms: string;
  places: string;
  stale: string;
  departments: [code: string, first: number, count: number, whole: number][];
  terms: { folders: string[]; count: number; attributes: number };
  parts: { folders: string[] };
  records: { folders: string[] };
  spelling: { folders: string[]; count: number };
}

/** Postings, or where they are put apart: first part, number of parts. */
export type Stored = string | 0 | undefined | Apart;
/** First part, number of parts, number of documents. */
export type Apart = [number, number, number];

/** Postings that may be put apart until they are needed. */
export interface Kept {
  postings: string;
  apart?: Apart;
  /** The postings once they were read. */
  read?: Postings;
}

export interface Postings {
  documents: number[];
  impacts: Uint8Array;
}

export interface Row extends Kept {
  /** Forms, each with its subset of the postings where there is more than one. */
  forms: string[];
  meanings: Meaning[];
}

export type Meaning = GroupMeaning | HintMeaning | PlaceMeaning;
export interface GroupMeaning extends Label, Kept {
  type: 'group';
  /** It names what much of a guide is. */
  generic: boolean;
  /** The record shard that the list of what bears its attribute begins at, or 0. */
  list: number;
}
/** A group that a word hints at. */
export interface HintMeaning extends Label, Kept {
  type: 'hint';
}
export type PlaceMeaning = CommuneMeaning | DepartmentMeaning;
export interface CommuneMeaning extends Label, Kept {
  type: 'commune';
  forms: string;
  department: string;
  /** Numbers, in pairs: places skipped since the former one, class of distance. */
  near: string;
}
export interface DepartmentMeaning extends Label {
  type: 'department';
  forms: string;
  code: string;
}

export interface Shards {
  /** The contents of the shards in which these keys lie. */
  shardsOf(of: { folders: string[]; count: number; attributes?: number }, keys: string[]): Promise<any[]>;
  /** Rows by their keys; what is put apart is left there until it is asked for. */
  opened(found: any[]): Map<string, Row>;
  /** The rows of those keys that are known. */
  rows(keys: Set<string>): Promise<Map<string, Row>>;
  /** A part by its number. */
  part(number: number): Promise<any>;
  /** Reads what is put apart. */
  fill(all: Kept[]): Promise<void>;
  /** The texts of the spelling shards in which a word is sought. */
  spelling(form: string): Promise<string[]>;
  /** Records, from the first of these lists that has them. */
  records(documents: number[], lists: List[]): Promise<any[][]>;
}

/** The records that bear an attribute: the shard they begin at, and the place of each document among them. */
export interface List {
  first: number;
  bearing: Map<number, number>;
}

/** A question that was answered: what is needed to narrow it, or to offer other ones. */
export interface Ranked {
  text: string;
  question: Asked[];
  rows: Map<string, Row>;
  options: Options;
  understood: Understood[];
  /** All that answers, before it is narrowed. */
  base: number[];
}

/** What columns are read with. */
export interface ColumnTools {
  store: Shards;
  numbers(text: string): number[];
  postings(text: string): Postings;
  hash(key: string): number;
  entry: Entry;
}

/** What words are corrected with. */
export interface SpellingTools {
  rows(question: Asked[]): Promise<Map<string, Row>>;
  isUnknown(word: Asked, rows: Map<string, Row>): boolean;
  isStop(form: string): boolean;
  spelling(form: string): Promise<string[]>;
  terms(form: string): string[];
}

/** What suggestions are made with. */
export interface Tools {
  store: Shards;
  entry: Entry;
  search: Guide['search'];
  stem(form: string): string;
  isStop(form: string): boolean;
  words(text: string): Word[];
  terms(word: Word): string[];
}

export interface Word {
  raw: string;
  form: string;
  start: number;
  end: number;
}

export interface Asked extends Word {
  /** The acronym's term where it may be one, then the word's. */
  terms: string[];
}

export interface Said {
  words: number;
  attributes: string[];
  days?: number[];
  part?: string;
}

export interface Plan {
  clauses: Clause[];
  understood: Understood[];
  terms: Set<string>;
}

export interface Clause {
  /** How sure it is, 0 (a word) to 4: its weight depends on it. */
  strength: number;
  sort: 'subject' | 'circumstance' | 'place';
  alternatives: Alternative[];
}

/** One of words, attributes, meaning. */
export interface Alternative {
  words?: { term: string; form: string }[];
  attributes?: string[];
  meaning?: Meaning;
  cover: number;
  gain: number;
}
