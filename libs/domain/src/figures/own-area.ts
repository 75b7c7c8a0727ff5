import type { OwnNames } from '../words/named-offices.js';
import { sentenceOf, type FigurePlace } from './figure-standing.js';

/** The area whose numbers a report tells as its own. */
export interface OwnArea {
  /** 平川县; null where only its words tell of what kind it is. */
  name: string | null;
  /** What it is called behind 全 and 我: 县. */
  kinds: readonly string[];
  /** What the bureau is called behind its area: 应急管理局. */
  bureau: string;
}

const kinds = '县|区|旗|市|省|自治区';
const letter = '[^省市县区旗州盟\\s，。；：:、（）()“”〔〕\\d]';
/** 滨海市临江区市场监督管理局: the last of its areas is the bureau's. */
const head = new RegExp(
  `^(?:关于)?(?:${letter}{2,6}?(?:省|自治区))?(?<city>${letter}{2,5}?(?:市|州|盟))?(?<county>${letter}{1,8}?(?:县|区|旗))?` +
    '(?=(?<bureau>[^，。；：:、\\s\\d]{2,14}?(?:局|委员会|办公室|政府|中心|大队)))',
);
const unnamed = '应急管理局';
/** What only those below a city, and those below a province, write of themselves. */
const ownWords: readonly RegExp[] = [/(?<!社|园|辖|景)[我全](县|区|旗)/g, /我(市)/g];
/** Among the first and the last lines the bureau names itself. */
const edge = 8;

/** The area of the bureau that wrote a report: by its name in title, head or signature, else by what it calls it. */
export function areaOfReport(texts: readonly string[]): OwnArea | null {
  for (const text of [...texts.slice(0, edge), ...texts.slice(-edge)]) {
    const { city, county, bureau = unnamed } = head.exec(text.replace(/\s/g, ''))?.groups ?? {};
    const name = county ?? city;
    if (name) return { name, kinds: [name.slice(-1)], bureau };
  }
  for (const form of ownWords) {
    const found = new Set(texts.flatMap((text) => [...text.matchAll(form)].map(([, kind]) => kind!)));
    if (found.size > 0) return { name: null, kinds: [...found], bureau: unnamed };
  }
  return null;
}

const ranks = [['国'], ['省', '自治区'], ['市', '州', '盟'], ['县', '区', '旗']];
const rankOf = ([kind = '']: readonly string[]) => ranks.findIndex((kinds) => kinds.includes(kind));

/** The names a bureau goes by, out of what it has said of itself. */
export function ownNamesOf(parameter: (key: 'bureau_name' | 'district_name' | 'city_name') => string | null): OwnNames {
  const bureau = parameter('bureau_name');
  return {
    bureau,
    area: (bureau && areaOfReport([bureau])?.name) || parameter('district_name') || parameter('city_name'),
  };
}

/**
 * The area whose numbers are the bureau's own in a paper. What comes from above tells of more than ours; a neighbour's
 * report, read as a model, of its own as we of ours.
 */
export function areaInPaper(texts: readonly string[], { bureau, area }: OwnNames): OwnArea | null {
  const told = areaOfReport(texts);
  if (area === null) return told;
  const own = { name: area, kinds: [area.slice(-1)], bureau: bureau?.replace(area, '') || unnamed };
  return told !== null && rankOf(told.kinds) >= rankOf(own.kinds) ? told : own;
}

const did =
  '(?:排查|发现|查出|查处|查办|查扣|扣押|立案|处?罚|办理|办结|受理|消除|整改|完成|销号|发放|发生|开展|抢修|建成|创建|储备|代储|[另现存]有|累计|共)';
/** What is called by an area, or happens there and is told by all: 全国示范社区, 全市安全生产会议后. */
const isName =
  '(?![^，。；、\\d]{0,14}(?:会议?(?:召开)?(?:之?后|精神|部署|要求|上|以来|[，；])|[日周月](?:期间|活动|[，；])|期间|部署|要求|精神|通知|方案|率先|前列|防灾减灾日|统一|上下|第)|(?:(?![国省市]家?级|共|累计|总|建成|创建|[现拥]有)[^，。；、\\d]){0,14}(?:先进|示范|试点))';
/** What is no area: 社区, 城区, 超市. */
const noArea = '(?<![城市景园辖社小林山库矿灾校片厂牧街地海郊老新住发范超门上])';
const whole = `全(?:国|${kinds}|州|盟)`;
/** Others of the same rank: 同批接受巡察的其余*个部门. */
const peers =
  '(?:同批[^，。；、\\d*＊]{0,10})?(?:其余|其他|其它|另外)(?:各|[几数]|[\\d*＊#]+)?个?(?:部门|单位|县市?区|区县|县[（(]市、区[）)]|委办局)|兄弟(?:单位|部门|县市?区|区县)';
/** At the head of a clause, be it behind a time: 上半年全市; those of our own end it again. */
const named = new RegExp(
  `(?<=^|[，；：:（(]|其中|[年月季]度?|[期末底]|期[内间]|以来|反馈|目前|[邻近]的|从|就|而|但|按照?|根据|对照|围绕|落实)(?:` +
    `(?<whole>${whole})(?:范围内)?${isName}` +
    `|(?<own>[我本](?:局|${kinds})|全局)` +
    `|(?<peers>${peers})` +
    `|(?<body>(?:国家|[省市县区旗])级?(?:[^，。；、\\s县区]{0,6}?(?:[局厅库]|总队|支队)|[^，。；、\\s县区]{1,6}?委(?!巡)))(?=[^，。；、\\d]{0,4}${did}|[\\d*＊#])` +
    `|(?<place>(?![在对从为向到于])(?:(?![我本全各该])${letter}){2,3}${noArea}(?:县|区|旗|市)(?![委政府里级直局域长属城场民]))(?=[^，。；、]{0,10}(?:${did}|[\\d*＊]|率|共|累计|发生|开展)))`,
  'g',
);
const shareOf = new RegExp(`(?:占|为)(${whole})[^，。；]{0,8}$`);
const cellArea = new RegExp(`(${whole})${isName}`);

/** The words of another area a place is told of than the bureau's own; null where it is ours, or nobody is named. */
export function otherArea(place: FigurePlace, own: OwnArea | null): string | null {
  if (place.column !== null) {
    const found = cellArea.exec(place.column)?.[1] ?? cellArea.exec(place.label)?.[1];
    return found && !isOwn(found, own) ? found : null;
  }
  const sentence = sentenceOf(place);
  const [, share] = shareOf.exec(sentence) ?? [];
  if (share && !isOwn(share, own)) return share;
  // The number itself, which those beside it stand right before.
  const around = `${sentence}#${place.after}`;
  const groups = [...around.matchAll(named)].filter(({ index }) => index < sentence.length).at(-1)?.groups;
  if (!groups || groups.own) return null;
  const { whole: all, body, peers: others, place: area } = groups;
  if (all) return isOwn(all, own) ? null : all;
  if (others) return others.replace('#', '*');
  if (body) return isOther(body, own) ? body : null;
  return own?.name && !own.name.endsWith(area!) ? area! : null;
}

/** 全市 may be what a bureau calls its own where it does not say whose it is; the country and a province are not. */
function isOwn(all: string, own: OwnArea | null): boolean {
  const kind = all.slice(1);
  if (own) return own.kinds.includes(kind);
  return kind !== '国' && kind !== '省';
}

/** 市局 is the bureau itself where it is of a city, 市级物资库 its store; others of its city have another name. */
function isOther(body: string, own: OwnArea | null): boolean {
  const kind = body[0]!;
  if (own === null || !own.kinds.includes(kind)) return kind === '市' ? own !== null : !'县区旗'.includes(kind);
  const name = body.slice(1);
  return name.length > 1 && !/^级|库$/.test(name) && !name.startsWith(own.bureau.slice(0, 2));
}

/** Whether a heading of a row names the bureau's own area: 临江区, 我区. */
export function isOwnHeading(heading: string, own: OwnArea | null): boolean {
  if (own === null) return false;
  const words = heading.replace(/(?:合计|小计)$/, '');
  return words === own.name || own.kinds.some((kind) => [`全${kind}`, `我${kind}`, `本${kind}`].includes(words));
}
