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

/** Wide spaces, or a line's end, in front of the next label. */
const betweenLabels = /(?<!\s)(?=\s\s|[\u3000\n])\s+(?=[\u4e00-\u9fff]{2,12}(?:[（(][^）)]{1,6}[）)])?[:：])/;
const labelInFront = /^([^:：\n]{2,12})[:：]\s*([\s\S]*)$/;

/** `编号：甲1    填表日期：9月20日`: what wide spaces part, each by its label; empty where one of them has none. */
export function partsByWideSpace(text: string): LabelledPart[] {
  const parts = text.split(betweenLabels).map((part) => labelInFront.exec(part.trim()));
  return parts.every((part) => part !== null)
    ? parts.map(([, name, told]) => ({ label: name!, text: told!.trim() }))
    : [];
}
