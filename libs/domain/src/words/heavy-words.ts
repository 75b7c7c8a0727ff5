interface HeavyWord {
  readonly name: string;
  readonly pattern: RegExp;
  /** Worth telling also of what is said to be done. */
  readonly always: boolean;
}

/** What no office may overlook in a row, whatever status it is read as. Patterns see the text without spaces. */
const heavyTable: readonly HeavyWord[] = [
  {
    name: 'refused',
    pattern: /拒不[\u4e00-\u9fff]{0,2}|拒绝(?:整改|执行|配合|履行|签收|检查)|拒改|不配合|抗拒/,
    always: true,
  },
  {
    name: 'stalled',
    pattern:
      /搁置|暂缓|缓办|挂账|中止|停滞|烂尾|僵局|(?:无法|无力|难以)(?:继续|按期|彻底)?(?:整改|推进|实施|落实|解决|完成|办理|联系)|整改不了/,
    always: true,
  },
  { name: 'in_court', pattern: /诉讼|起诉|仲裁|司法程序|强制执行|法院/, always: true },
  {
    name: 'handed_over',
    pattern:
      /(?:移交|移送|转交|转办)(?:给|至|到)?[^,，。;；]{0,6}?(?:公安|执法|纪委|纪检|监委|监察|司法|检察|法院|城管|有关部门|相关部门)|(?:公安|执法|纪委|纪检|监委|监察|司法|检察)[^,，。;；]{0,6}(?:立案|介入|处理|办理)/,
    always: true,
  },
  {
    name: 'closed_down',
    pattern:
      /(?:停业|停产|停工|停用|停运|停止使用|关停|取缔|查封|吊销|注销|歇业|倒闭|破产|失联|人去楼空)(?!(?:了|共)?[\d一二两三四五六七八九十]+[家户处个所座间台部套具辆])|关闭(?=$|[,，。;；]|该?(?:企业|场所|矿|门店|单位))/,
    always: false,
  },
];

/** 不予关停, 否则停产, 防止挂账: none of it happened. */
const denied = /(?:未|不予|不再|防止|避免|严禁|杜绝|否则|解除|免于|无|没有|不会|不得)(?:被|予以)?$/;

/** The words of a text that must be told; null where there are none. */
export function heavyWordsIn(value: string, isDone: boolean): string | null {
  const text = value.normalize('NFKC').replace(/\s+/g, '');
  for (const { pattern, always } of heavyTable) {
    const match = always || !isDone ? pattern.exec(text) : null;
    if (match && !denied.test(text.slice(0, match.index))) return match[0];
  }
  return null;
}
