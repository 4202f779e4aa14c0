/** A setting that makes no sense: the start stops, with a sentence that names it. */
export class ConfigError extends Error {}
