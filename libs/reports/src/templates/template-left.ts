import { documentParagraphs } from '@xiaohao/documents';
import { leftWords, type LeftWords } from './literal-places.js';

export interface LeftTask {
  template: Uint8Array;
}

/** What stays in a Word file as it is written, whatever the report. */
export async function readLeft({ template }: LeftTask): Promise<LeftWords> {
  return leftWords(await documentParagraphs(Buffer.from(template)));
}
