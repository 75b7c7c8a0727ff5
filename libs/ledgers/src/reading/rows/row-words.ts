/** Words by which a row between the tickets tells that it is none. */

const found = '(?:问题|隐患|情况|事项|现象|违法行为)';
/** 未发现问题, 此项无问题, 本月无新增隐患, 零报告. */
const nothingFound = new RegExp(
  `^(?:经[^，,。]{1,8}[，,]?)?(?:此项|该项|本项|本[月周季年]度?|本次|目前|现场|暂时?)*(?:均|尚|皆)?(?:无|未(?:检查?|排查|巡查)?(?:发现|出现|查出)|没有)(?:新增|此类|该类|上述|相关|安全|任何|存在|明显|其他|其它|重大|一般)*${found}$|` +
    '^(?:零报告|不涉及|不适用|暂无|略|合格|正常|符合要求)$',
);
const nothing = /^[无/\\—–\-－…⋯]+$/;

/** What stands in a row that has nothing to tell. */
export function tellsNothing(text: string): boolean {
  const words = text.replace(/[\s。.]/g, '');
  return nothing.test(words) || nothingFound.test(words);
}

/** （续表）, 接上页, 以下空白, 此表不够可另附页: about the paper, not about the matter. */
export const aboutPaper =
  /^[(（]?(?:续表\d*|接上页|续上页|转下页|续下页|接下页|下接第?\d+页|以下空白|以下无正文|此页无正文|本页无正文|此表[\s\S]*|(?:\d+[.、．])?本表[\s\S]*|填[报写表]要求)[)）]?$|^【(?:填[报写表](?:要求|说明)|备注|说明)(?:[:：][^】]{0,80})?】$|^[*＊][\u4e00-\u9fff]/;

const page = '第?\\s{0,4}[\\d一二三四五六七八九十]{1,4}\\s{0,4}页';
const pages = '共\\s{0,4}[\\d一二三四五六七八九十]{1,4}\\s{0,4}页';
const pageMark = new RegExp(
  `^[(（【]?(?:${page}[\\s,，、/]{0,8}(?:${pages})?|${pages}[\\s,，、/]{0,8}(?:${page})?|(?:上接|下接|续|接|转|见)第?\\d{1,3}页|(?:续|承)[上前]?[表页]\\d{0,2}|(?:接|转|见)[上下前后][表页]|[上下][表页](?:继续|续))[)）】]?$`,
);

/** （第2页）, 第2页 共3页, （续表）, 转下页: where the paper ends, whatever rows stand there. */
export function isPageMark(text: string): boolean {
  return text.length <= longestMark && pageMark.test(text.normalize('NFKC').trim());
}
const longestMark = 24;

/** 【对标对表方面】, 【一组】: a heading of rows; 【填写到日】 and （精确到月） say how to fill a column. */
const inBrackets =
  /^[【〖](?!填|请(?!示)|如[:：]|例[:：如]|格式|选填|必填|下拉|按要求|精确|可(?:不|以|选|多)|注[:：]|备注|说明|示例|样例|范例|模板)[^【】〖〗]{1,20}(?<!填写|填报)[】〗]$/;

export function headsInBrackets(text: string): boolean {
  return inBrackets.test(text.trim());
}

/** （续）, （第2页） behind the title of the sheet, written again on the next page; a heading of a section ends otherwise. */
const continued = /(?:[(（](?:续[表页]?\d*|第\d{1,3}页|续第?\d{1,3}页?)[)）]|续)$/;
const ofLedger = /(?:台账|清单|一览|统计|汇总|明细|[账表单])$/;

export function isTitleAgain(titles: readonly string[], text: string): boolean {
  const title = text.replace(continued, '');
  return ofLedger.test(title) && titles.includes(title);
}

const place = '(?:该项|此项|本项|该条|此条|本条|该问题|此问题)';
const other = '(?:第|序号)?[\\d.-]+(?:项|条|号)?(?:问题|隐患)?';
const given = '(?:取消|作废|删除|撤销|撤回|合并)';
/** 此项作废, 与第1项合并, 并入序号3: all a row still says where its problem stood. */
const givenUp = new RegExp(
  `^[(（]?${place}?(?:已|予以)?${given}[)）]?$|^[(（]?${place}?已?(?:(?:与|和|同)${other}(?:合并|重复)|(?:并入|合并[至到入])${other})(?:[，,]?(?:予以|已)?${given})?[)）]?$`,
);

export function isGivenUp(title: string): boolean {
  return givenUp.test(title.replace(/\s/g, ''));
}

/** 例：…, （示例）…: the title of a filled-in example. */
const exampleTitle = /^[(（【[]?(?:填写)?(?:示例|样例|范例|举例|例)(?:[)）】\]]|[:：])/;
/** ××问题, XXX: a place held for words. */
const placeHeld = /^[×xX＊*○]{2,}(?:问题|隐患|措施|[科局镇]|月|年[\s\S]*)?$/;

export function isExample(title: string, texts: readonly string[]): boolean {
  return (
    exampleTitle.test(title) || (placeHeld.test(title) && texts.filter((text) => placeHeld.test(text)).length >= 3)
  );
}
