import { FileExcelOutlined, FileOutlined, FilePdfOutlined, FileWordOutlined, FileZipOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Ticket } from '../../api/tickets.js';
import { InstantText } from '../../components/day-text.js';
import { Section } from '../../components/section.js';
import { t } from '../../language.js';
import { EvidenceUpload } from './evidence-upload.js';

type Piece = Ticket['evidence'][number];

const icons: readonly (readonly [ends: RegExp, icon: ReactNode])[] = [
  [/\.pdf$/i, <FilePdfOutlined key="pdf" />],
  [/\.(docx?|wps)$/i, <FileWordOutlined key="word" />],
  [/\.(xlsx?|et|csv)$/i, <FileExcelOutlined key="excel" />],
  [/\.(zip|rar|7z)$/i, <FileZipOutlined key="zip" />],
];

export function EvidenceSection({ ticket }: { ticket: Ticket }) {
  const { evidence, can } = ticket;
  if (evidence.length === 0 && !can.evidence) return null;
  return (
    <Section title={t('evidence.title')} count={evidence.length}>
      {can.evidence && <EvidenceUpload ticketId={ticket.id} />}
      {can.onSite && <EvidenceUpload ticketId={ticket.id} onSite />}
      {evidence.length === 0 && !can.evidence && <p className="faint">{t('evidence.none')}</p>}
      <ul className="thumbs">
        {evidence.map((piece) => (
          <li key={piece.id}>
            <Thumb piece={piece} round={ticket.round} superseded={isSuperseded(piece, evidence)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The same name again is the next version of it. */
function isSuperseded(piece: Piece, all: readonly Piece[]): boolean {
  return all.some(({ name, version }) => name === piece.name && version > piece.version);
}

function Thumb({ piece, round, superseded }: { piece: Piece; round: number; superseded: boolean }) {
  const isPicture = /^image\/(png|jpeg|gif|webp)$/.test(piece.mediaType);
  return (
    <a
      href={piece.url}
      target="_blank"
      rel="noreferrer"
      className={`thumb ${superseded ? 'is-superseded' : ''}`}
      title={`${piece.name}\nSHA-256 ${piece.sha256}`}
    >
      <span className="thumb-picture">
        {isPicture ? (
          <img src={piece.url} alt="" loading="lazy" />
        ) : (
          (icons.find(([ends]) => ends.test(piece.name))?.[1] ?? <FileOutlined />)
        )}
      </span>
      <span className="thumb-name cut">{piece.name}</span>
      <span className="thumb-facts">
        {(piece.version > 1 || superseded) && <>{t('evidence.version', { version: piece.version })} · </>}
        {fileSize(piece.size)} · {piece.by?.name} · <InstantText at={piece.at} />
      </span>
      {superseded && <span className="mark">{t('evidence.superseded')}</span>}
      {piece.onSite && <span className="mark">{t('evidence.onSite')}</span>}
      {piece.afterClosing && <span className="mark">{t('ticket.afterClosing')}</span>}
      {piece.round < round && <span className="mark">{t('ticket.round', { round: piece.round })}</span>}
    </a>
  );
}

export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
