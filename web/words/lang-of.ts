/**
 * The language of a text of the record, which need not be the page's, by its script: for those who hear it read. A text
 * of another script has none that could be told.
 */
export function langOf(text: string): 'zh' | 'en' | '' {
  if (/[\u3040-\u30ff\uac00-\ud7af]/.test(text)) return '';
  if (/[\u3400-\u9fff]/.test(text)) return 'zh';
  return /[a-z]/i.test(text) ? 'en' : '';
}
