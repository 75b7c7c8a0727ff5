import { UnorderedListOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Report } from '../../api/reports.js';
import { useIsPhone } from '../../components/phone.js';
import { Sheet } from '../../components/sheet.js';
import { EmptyState } from '../../components/states.js';
import { t } from '../../language.js';
import { FigureDrawer } from './figure-drawer.js';
import { Paper } from './paper.js';
import { ReportOutline } from './report-outline.js';

/** The paper with its outline beside it; the figure that is looked at stands in the address bar. */
export function ReportDesk({ report }: { report: Report }) {
  const [query, setQuery] = useSearchParams();
  const isPhone = useIsPhone();
  const [outlineOpen, setOutlineOpen] = useState(false);
  const paper = useRef<HTMLDivElement>(null);
  const figure = report.figures.find(({ key }) => key === query.get('figure')) ?? null;
  const show = (key: string | null) =>
    setQuery(key ? { figure: key } : {}, { replace: true, preventScrollReset: true });
  const goTo = (selector: string) => {
    setOutlineOpen(false);
    // After the sheet of a phone has given the scrolling back.
    setTimeout(() => pointAt(paper.current?.querySelector(selector)), isPhone ? 300 : 0);
  };
  // The paper makes room for the drawer; the figure must not slide out of sight with it.
  const key = figure?.key;
  useEffect(() => {
    placeOf(paper.current, key)?.scrollIntoView({ block: 'nearest' });
  }, [key]);
  if (!report.content || report.content.length === 0) return <EmptyState title={t('report.empty')} />;
  const close = () => {
    show(null);
    placeOf(paper.current, figure?.key)?.focus({ preventScroll: true });
  };
  const outline = <ReportOutline report={report} goTo={goTo} />;
  return (
    <div className={figure ? 'report-desk is-asking' : 'report-desk'}>
      {isPhone ? (
        <>
          <Button className="outline-button" icon={<UnorderedListOutlined />} onClick={() => setOutlineOpen(true)}>
            {t('report.outlineOpen')}
          </Button>
          <Sheet open={outlineOpen} title={t('report.outlineOpen')} onClose={() => setOutlineOpen(false)}>
            {outline}
          </Sheet>
        </>
      ) : (
        <aside className="report-side">{outline}</aside>
      )}
      <Paper ref={paper} report={report} content={report.content} shown={figure?.key ?? null} onFigure={show} />
      <FigureDrawer report={report} figure={figure} onClose={close} />
    </div>
  );
}

function placeOf(paper: HTMLElement | null, key: string | undefined): HTMLElement | null {
  return key === undefined ? null : (paper?.querySelector<HTMLElement>(`[data-figure="${key}"]`) ?? null);
}

/** Brings a place of the paper into sight and marks it for a moment. */
function pointAt(place: Element | null | undefined): void {
  if (!(place instanceof HTMLElement)) return;
  place.scrollIntoView({ block: 'center', behavior: 'smooth' });
  place.focus({ preventScroll: true });
  place.classList.add('pointed-at');
  setTimeout(() => place.classList.remove('pointed-at'), 1_600);
}
