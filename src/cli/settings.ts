import { ACCESS_SETTINGS } from './access.options.js';

/** Every environment variable that the program reads. */
export const SETTINGS = [
  'HOST',
  'PORT',
  'DATA_DIR',
  'EVENT_STORE_URL',
  'EVENT_STORE_PREFIX',
  'SAMPLE',
  'SNAPSHOT',
  'REGTIME_URL',
  'REGTIME_KEY',
  'LOG_LEVEL',
  'LOG_FORMAT',
  ...ACCESS_SETTINGS,
];
