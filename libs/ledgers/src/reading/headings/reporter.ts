const reporting =
  '举报 信访 投诉 上访 来访 来信 来电 致电 反映 反映问题 检举 控告 诉求 爆料 报料 线索提供 提供线索'.split(' ');
const whoever = '(?:人|者|方|群众|市民)';
const reaching =
  '(?:联系|家庭|现|户籍|常住)?(?:电话|方式|手机号?码?|地址|住址|身份证号?码?)|联系(?:电话|方式|地址|手机)';
/** What is asked of a person besides. */
const personal = '性别|年龄|民族|职业|工作单位';

/** 举报人, 来电人姓名; 反映人数 counts them. */
export const reporterHeading = new RegExp(
  `^(?:实名|联名|第[一二三]|12345|投诉|信访件?)?(?:${reporting.join('|')})${whoever}(?![数次式面]|满意)`,
);
/** Beside a reporter's name these are the reporter's; elsewhere they are somebody's at work. */
export const reachedBy = new RegExp(`^(?:${reaching}|${personal})$`);

/** Stands for what is not kept. */
export const withheldSign = '＊＊＊';

/** Blanks, and signs nobody sees. */
const gap = '[\\s\\u00ad\\u200b-\\u200f\\u2060]';
/** 举 报 人 */
const spaced = (word: string) => [...word].join(`${gap}{0,4}`);
/** 举报人姓名/电话, 举报人1, 举报人（实名）. */
const asked = `(?:姓?名|信息|身份|[及和与、/／]?(?:姓名|${reaching})|[(（][^()（）]{0,12}[)）]|[\\d①-⑨一二三四五甲乙丙]|${gap})`;
/** 举报人：, 【举报人】, 举报人——; 来访群众：3批12人 counts them. */
const labelEnd = `(?:[:：=](?!${gap}{0,4}\\d{1,4}${gap}{0,2}[批人次件户名起])|[】\\]]|[—–-]{1,2})`;
const reporter = `(?:${reporting.map(spaced).join('|')})${gap}{0,4}${whoever}${asked}{0,6}`;
/** 被举报人 and 回复举报人 tell of something else; a label in a line of its own speaks for the next. */
const nameLabel = new RegExp(
  `(?<![被复知访系向]${gap}{0,4})${reporter}${labelEnd}|(?<=(?:^|\\n)[(（]?${gap}{0,4})${reporter}\\n(?=[^\\n])`,
);
const reachLabel = new RegExp(`(?:^|[\\s；;，,。、(（])(?:${reaching}|${personal})\\s{0,4}[:：]`);

/** The text tells by a label who reported. */
export const namesReporter = (text: string): boolean => nameLabel.test(text);

/** The text begins with a label of what a reporter is reached by. */
export const tellsReach = (text: string): boolean => reachLabel.exec(text)?.index === 0;

/** A text that names who reported by a label, without all that stands behind the first label of that sort. */
export function withheldText(text: string): string {
  const named = nameLabel.exec(text);
  return named ? cutAfter(text, [named, reachLabel.exec(text)]) : text;
}

/** The same of a text beside such a label, that itself tells only what the reporter is reached by. */
export const withheldReach = (text: string): string => cutAfter(text, [reachLabel.exec(text)]);

function cutAfter(text: string, labels: readonly (RegExpExecArray | null)[]): string {
  const end = Math.min(...labels.flatMap((label) => (label ? label.index + label[0].length : [])));
  return text.slice(end).trim() === '' ? text : text.slice(0, end) + withheldSign;
}
