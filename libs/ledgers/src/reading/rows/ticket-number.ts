/** 督1, 督-02, 巡1-3, 隐患〔3〕, ①-2: a number with a word or a sign of its own; 第1条 and 共3项 only count. */
const named =
  /^(?![第共合总小计附表])[\u4e00-\u9fa5]{1,6}[-—–－]?[〔[(（]?0*[1-9]\d{0,3}[〕\])）]?([-—–－.．]\d{1,4})*号?$|^[①-⑳][-—–－.．]\d{1,3}$/;

/** Holds a number of any sort. */
export const numbered = /[\d①-⑳]/;

/** True for a number that names its ticket wherever the list goes; a plain one starts anew on every sheet. */
export function namesTicket(text: string): boolean {
  return named.test(text.replace(/\s/g, ''));
}
