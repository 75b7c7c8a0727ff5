import { guessByCells } from '@xiaohao/domain';
import type { LedgerColumn } from './columns.js';
import type { Grid } from '../grid.js';
import type { Header } from './header.js';
import { plainHeading } from './heading.js';
import type { ColumnMeaning } from './column-meanings.js';
import { textsBelow } from './sampled-rows.js';

/** So many cells of a hundred must be of the sort. */
const leastShare = 60;
/** One cell alone proves nothing. */
const fewestCells = 2;

/** 合格；不合格，需返工；已销号 */
const verdict =
  /^(?:基本|验收|复查|复核|经?评定)?(?:不|未|已|予以|同意)?(?:合格|销号|通过|达标)(?:$|[，,、；;。（(\s])/;
const looksLike =
  (...meanings: readonly ColumnMeaning[]) =>
  (texts: readonly string[]) => {
    const guess = guessByCells('', texts);
    return guess !== null && meanings.includes(guess);
  };

interface Agreement {
  meaning: ColumnMeaning;
  /** The one word of its heading that agrees with its cells. */
  heading: RegExp;
  /** What makes the heading another's, whatever its cells look like. */
  except: RegExp;
  holds: (texts: readonly string[]) => boolean;
}

const agreements: readonly Agreement[] = [
  {
    meaning: 'leadUnit',
    heading: /牵头|主办|承办|主责|包办/,
    except: /配合|协|参与|人$|人员|干部|领导|时间|日期|被/,
    holds: looksLike('leadUnit', 'supportUnits'),
  },
  {
    meaning: 'persons',
    heading: /干部$|联络员$|联络人$|联系人$|专员$|专干$|(?:责任|负责|承办|经办|包[点片联保干]).{0,4}[人员]$/,
    except: /检查|复查|上报|填|审|举报|投诉|信访|发现|验|陪同|记录|领导|督|巡|被/,
    holds: looksLike('persons', 'leader'),
  },
  {
    meaning: 'struckOff',
    heading:
      /(?:追踪|跟踪|验证|考评|评定|评估|复验|核验|验收|复查|复核|销号).{0,4}(?:评价|结果|结论|意见|情况)$|^(?:考评|评定|验证)$/,
    except: /群众|满意|整改前|人$|时间|日期/,
    holds: (texts) => texts.filter((text) => verdict.test(text)).length * 100 >= texts.length * leastShare,
  },
];

/**
 * 牵头办所 over units, 包点干部 over people, 验证结果 over verdicts: a heading nobody wrote before, one word of which says what
 * its cells look like, is taken for that where no other column is.
 */
export function withAgreeingColumns(grid: Grid, header: Header, columns: readonly LedgerColumn[]): LedgerColumn[] {
  return agreements.reduce<LedgerColumn[]>(
    (known, { meaning, heading, except, holds }) => {
      if (known.some((column) => column.meaning === meaning)) return known;
      const agreeing = known.find((column) => {
        const { text } = header.headings.find((one) => one.column === column.column) ?? { text: column.heading };
        const own = plainHeading(text);
        const isUnknown = column.meaning === 'details' && column.strength === 0 && !column.sealed && !column.wanted;
        if (!isUnknown || !heading.test(own) || except.test(own)) return false;
        const texts = textsBelow(grid, header, column);
        return texts.length >= fewestCells && holds(texts);
      });
      return known.map((column) => (column === agreeing ? { ...column, meaning, byContent: true as const } : column));
    },
    [...columns],
  );
}
