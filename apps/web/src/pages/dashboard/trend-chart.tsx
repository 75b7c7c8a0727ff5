import type { PageTextKey } from '@xiaohao/messages';
import type { Dashboard } from '../../api/dashboard.js';
import { t } from '../../language.js';
import { Chart } from './chart.js';
import { PartLink } from './part-link.js';
import { percentText } from './rate-cards.js';

type Month = Dashboard['months'][number];

const [width, height, top, bottom] = [720, 220, 22, 34];
const floor = height - bottom;
const barWidth = 17;

const heads = [
  'dashboard.month',
  'dashboard.raised',
  'dashboard.closed',
  'dashboard.total',
  'dashboard.monthRate',
] as const satisfies readonly PageTextKey[];

const monthName = ({ month }: Month) => `${Number(month.slice(5))}月`;

/** Raised hatched, done filled, the rate at each month's end as a line: three marks that a copier keeps apart. */
export function TrendChart({ months }: { months: readonly Month[] }) {
  const most = Math.max(1, ...months.flatMap(({ raised, closed }) => [raised, closed]));
  const step = width / months.length;
  const tall = (count: number) => ((floor - top) * count) / most;
  const rateAt = (rate: number) => floor - ((floor - top) * rate) / 100;
  const points = months.flatMap(({ rate }, at) =>
    rate === null ? [] : [{ x: step * (at + 0.5), y: rateAt(rate), rate }],
  );
  const sum = (of: 'raised' | 'closed') => months.reduce((total, month) => total + month[of], 0);
  return (
    <Chart
      title={t('dashboard.trend')}
      heads={heads.map((head) => t(head))}
      rows={months.map((month) => [
        month.month,
        <PartLink key="raised" part={{ raisedIn: month.month }} count={month.raised}>
          {month.raised}
        </PartLink>,
        <PartLink key="closed" part={{ closedIn: month.month }} count={month.closed}>
          {month.closed}
        </PartLink>,
        month.total,
        percentText(month.rate),
      ])}
    >
      <p className="legend">
        <span className="legend-raised" /> {t('dashboard.raised')} <span className="legend-closed" />{' '}
        {t('dashboard.closed')} <span className="legend-rate" /> {t('dashboard.monthRate')}
      </p>
      <svg
        className="trend"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('dashboard.trendWords', {
          raised: sum('raised'),
          closed: sum('closed'),
          from: percentText(months[0]?.rate ?? null),
          to: percentText(months.at(-1)?.rate ?? null),
        })}
      >
        <defs>
          <pattern id="raised-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="hatch-ground" />
            <line x1="0" y1="0" x2="0" y2="6" className="hatch-line" />
          </pattern>
        </defs>
        <line x1="0" x2={width} y1={floor} y2={floor} className="axis" />
        {months.map((month, at) => {
          const middle = step * (at + 0.5);
          return (
            <g key={month.month}>
              <Bar
                x={middle - barWidth - 1}
                tall={tall(month.raised)}
                fill="url(#raised-hatch)"
                count={month.raised}
                part={{ raisedIn: month.month }}
              />
              <Bar
                x={middle + 1}
                tall={tall(month.closed)}
                fill="var(--accent)"
                count={month.closed}
                part={{ closedIn: month.month }}
              />
              <text x={middle} y={floor + 15} className="trend-text">
                {monthName(month)}
              </text>
              {(at === 0 || month.month.endsWith('-01')) && (
                <text x={middle} y={floor + 29} className="trend-text faint-text">
                  {month.month.slice(0, 4)}
                </text>
              )}
            </g>
          );
        })}
        <polyline className="trend-line" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {points.map(({ x, y }) => (
          <circle key={x} cx={x} cy={y} r="3.5" className="trend-point" />
        ))}
        {[points[0], points.at(-1)].map(
          (point, at) =>
            point && (
              <text key={at} x={point.x} y={point.y - 8} className="trend-rate">
                {point.rate}%
              </text>
            ),
        )}
      </svg>
    </Chart>
  );
}

interface BarProps {
  x: number;
  tall: number;
  fill: string;
  count: number;
  part: { raisedIn: string } | { closedIn: string };
}

function Bar({ x, tall, fill, count, part }: BarProps) {
  if (count === 0) return null;
  return (
    <PartLink part={part} aria-label={String(count)}>
      <rect x={x} y={floor - tall} width={barWidth} height={tall} fill={fill} className="trend-bar" />
      <text x={x + barWidth / 2} y={floor - tall - 4} className="trend-count">
        {count}
      </text>
    </PartLink>
  );
}
