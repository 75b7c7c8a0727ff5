import { trimEndOf } from '@xiaohao/domain';

export interface LabelledPart {
  label: string;
  text: string;
}

const label = /(?:^|[\s；;，,。、])([\u4e00-\u9fff]{2,10})[:：]/g;
const partEnd = /[；;，,。、\s]/;

/** `责任领导：陈宏亮\n责任科室：办公室` by its labels; what stands before the first belongs to none. */
export function labelledParts(text: string): LabelledPart[] {
  const labels = [...text.matchAll(label)];
  return labels.map((found, at) => ({
    label: found[1]!,
    text: trimEndOf(partEnd, text.slice(found.index + found[0].length, labels[at + 1]?.index)).trimStart(),
  }));
}
