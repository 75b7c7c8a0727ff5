import { endOfName, findPlaces, type ReportLine, type ReportPlace } from '@xiaohao/domain';
import {
  edgeTexts,
  editParagraphs,
  editProperties,
  parseTag,
  withAcceptedChanges,
  withoutComments,
  type ParagraphEdit,
} from '@xiaohao/documents';
import { edgeEdits, periodEdit, periodOf, periodPlaces, propertyText, type LearningChoice } from './learned-periods.js';
import { braceEdits } from './brace-edits.js';
import { isText, linesOf } from './report-lines.js';
import { writeTemplate } from './template-document.js';
import type { Bindings } from './template-learning.js';
import { blocksOfTexts } from '../building/report-content.js';

/**
 * The report as a Word template: layout and runs as they were, tags where the bound places and the words of its period
 * stood. Tracked changes are accepted and comments left out: they are of that report, not of the next.
 * @param choice what the places were counted by; `literal` names the words of the period that stay, by their index
 */
export async function templateOfReport(
  fileName: string,
  file: Buffer,
  bindings: Bindings,
  choice: LearningChoice & { literal?: ReadonlySet<number> } = {},
): Promise<Buffer> {
  const lines = await linesOf(fileName, file);
  const texts = lines.map(({ text }) => text);
  const { places } = findPlaces(lines, choice.numbers);
  const figureEdits = places.flatMap((place, at) => {
    const key = bindings.get(at + 1);
    return key === undefined ? [] : [tagEdit(place, key, texts[place.paragraph - 1]!)];
  });
  const periods = periodPlaces(lines, choice, places).map((place, at) => ({
    ...place,
    isLiteral: choice.literal?.has(at + 1) ?? false,
  }));
  const periodEdits = periods.filter(({ isLiteral }) => !isLiteral).map(periodEdit);
  const tagged = ordered([...figureEdits, ...periodEdits]);
  const edits = ordered([...tagged, ...braceEdits(texts, tagged)]);
  if (!isText(fileName)) {
    const clean = await withoutComments(await withAcceptedChanges(file));
    const edges = await edgeTexts(clean);
    const ofEdges = edgeEdits(edges, periodOf(lines, choice), periods);
    const braces = edges.flatMap(({ part, texts: written }) =>
      braceEdits(
        written,
        ofEdges.filter((edit) => edit.part === part),
        part,
      ),
    );
    const inBody = edits.map((edit) => inItsPart(edit, lines));
    const template = await editParagraphs(clean, [...inBody, ...ofEdges, ...braces]);
    return editProperties(template, (text) => propertyText(text, periodOf(lines, choice)));
  }
  return writeTemplate(blocksOfTexts(texts.map((text, at) => withTags(text, edits, at + 1))));
}

/** Lines count on behind the body; a note's paragraphs count from 1 in the file. */
function inItsPart(edit: ParagraphEdit, lines: readonly ReportLine[]): ParagraphEdit {
  return { ...edit, ...lines[edit.paragraph - 1]!.note };
}

const ordered = (edits: readonly ParagraphEdit[]) => [...edits].sort((one, other) => one.start - other.start);

function withTags(text: string, edits: readonly ParagraphEdit[], paragraph: number): string {
  return edits
    .filter((edit) => edit.paragraph === paragraph)
    .reduceRight((done, edit) => done.slice(0, edit.start) + edit.text + done.slice(edit.end), text);
}

/** 约 and the words up to the measure word go into the tag where it can print them; a lone scale word stays in the text. */
function tagEdit(
  { paragraph, start, end, lead, words, found, unit }: ReportPlace,
  key: string,
  text: string,
): ParagraphEdit {
  const rough = /[余多]/.test(words) && typeof parseTag(`x|${words}`) !== 'string';
  const about = !rough && (lead === '约' || lead === '大约');
  const scale = rough ? '' : words.replace(/[^百千万亿]/g, '');
  const comma = /\d[,，]\d{3}/.test(found) ? ',' : '';
  const options = [rough ? words : '', scale, about ? '约' : '', comma].filter((option) => option !== '');
  const wanted = `{${[key, ...options].join('|')}}`;
  // 上千条 and 近百块 become the number itself.
  if (lead === '上' || lead === '过' || (start === end && lead !== '')) {
    const whole = `{${about ? `${key}|约` : key}}`;
    return { paragraph, start: start - lead.length, end: end + words.length, text: whole };
  }
  return {
    paragraph,
    start: about ? start - lead.length : start,
    end: rough ? end + words.length : end + (unit === '' ? endOfName(key, text.slice(end)).length : 0),
    text: wanted,
  };
}
