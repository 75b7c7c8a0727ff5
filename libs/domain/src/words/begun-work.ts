import { readableEnds } from './readable-text.js';

/** What is waited for or planned, and words that only sound like work: nothing of it tells that work began. */
const ahead = /待|等|拟|计划|准备|将|预计|力争|争取/;
const notYet = /[未没无缺]|尚|暂缓|为了|除了|取消了/;
/** What became of the deadline or the enterprise, and what an office does to have work begun. */
const noWork =
  /逾期|超期|过期|到期|延期|停[业产用工]|关[停闭]|倒闭|取缔|立案|移[交送]|督促|告知|通知|约谈|催办|提醒|下达|下发|纳入|列入/;
const doing =
  '(?:改|换|修|做|装|建|拆|清|查|补|办|写|订|购|买|签|挖|铺|刷|贴|搬|发|整改|完成|制定|印发|召开|开展|组织|落实|更换|处理|启动|开工|采购|安装|清理|排查|施工|设计|招标|投标|审批|会商|调试|检测|测量|评审|修改|修订|推进|进行|办理|实施|搬迁|协调)';
/** 已完成招标, 正在施工, 换了两块, 招标中, 完成选址. */
const working = new RegExp(
  `^(?:目前|现|均|于?(?:20\\d\\d年)?\\d{1,2}月\\d{1,2}日)?已(?!$)|正在|^(?:[\\u4e00-\\u9fff]{0,6})${doing}(?:完|好|掉)?了|${doing}中$|^(?:完成|启动)[\\u4e00-\\u9fff]{2,}`,
);

const counting = new RegExp(`^(?:累计|共)?${doing}[\\u4e00-\\u9fff]{0,10}\\d`);

/** Whether a text tells of work that was done in part or is under way: 只改了第一项, 换了两块，还有一块未换. */
export function tellsOfBegunWork(text: string): boolean {
  const plain = readableEnds(text).normalize('NFKC').replace(/ /g, '');
  if (ahead.test(plain)) return false;
  return plain
    .split(/[\n,，。;；、()（）]+/)
    .some((clause) => working.test(clause) && !notYet.test(clause) && !noWork.test(clause));
}

/** 排查建筑41栋: under a heading that asks for the progress, work that was done; elsewhere it may be what to do. */
export function countsWork(text: string): boolean {
  const [first = ''] = text.normalize('NFKC').split(/[\n,，。;；、()（）]+/);
  return counting.test(first) && !ahead.test(first) && !notYet.test(first);
}
