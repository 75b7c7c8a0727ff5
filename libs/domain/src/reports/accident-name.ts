/** What the work on an accident adds to its name: 触电事故的调查处理工作 is 触电事故. */
const work = /(?:的|原因)*(?:调查|处理|处置|评估|认定)(?:(?:和|与|及|、)?(?:调查|处理|评估|处置))?(?:工作|报告|情况)?$/;

/** The name of an accident by the title of its investigation; a title that names nothing else stays as it is. */
export function accidentNameOf(title: string): string {
  const whole = title.trim();
  const cut = whole.replace(work, '');
  if (cut === '' || cut === whole) return whole;
  return cut.replace(/^(?:关于|开展|对)(?=.)/, '');
}
