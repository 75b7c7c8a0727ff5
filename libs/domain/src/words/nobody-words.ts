/** 新人待定, 人员待明确, 人选未定: whose place is still empty may stand before it. */
const whose = '(?:新任?|具体|责任|承办|经办|负责|牵头|配合)?(?:人员?|人选|领导|单位|科室|部门)?';
const open = '(?:定|明确?|确定|落实|配备?|任命|分工|详|填|补充?|到岗|到位|指派|选派|安排)';
const nobody = new RegExp(`^${whose}(?:暂|尚|还)?(?:待|未|不)${open}$`);
const nobodyElse =
  /^(?:暂|现)?(?:空缺|缺员?|空岗|空)$|^暂(?:无|缺|空|定)$|^另行?(?:确定|明确|通知|安排)$|^同[上前]$|^[见详]附件|^(?:由)?(?:各|相关|有关|责任)(?:单位|部门|科室|镇街?|乡镇)?(?:自行?|另行)(?:确?定|安排|明确)?$|^(?:相关|有关|具体)(?:负责人|责任人|人员|领导|同志)$/;

/** 待定, 暂缺, 各单位自定, 相关负责人: written where a name belongs, and none. */
export function namesNobody(text: string): boolean {
  return nobody.test(text) || nobodyElse.test(text);
}
