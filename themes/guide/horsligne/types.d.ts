/** What the build puts before the worker. */
declare const SITE: {
  /** Names the build. */
  version: string;
  /** The address of the site's folder. */
  root: string;
  /** The files of the theme that pages need. */
  files: string[];
  /** The pages that say that there is no network, one for each language. */
  fallbacks: string[];
};
