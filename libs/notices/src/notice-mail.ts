import { dayParts, type Day } from '@xiaohao/domain';
import { noticeText } from '@xiaohao/messages';
import { blockSections, type NoticeBlock, type NoticeBody, type NoticeList, type NoticeTable } from './notice-body.js';

export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * A message as a mail, plain and HTML. `siteUrl` is how people reach the pages, without a slash at its end.
 * Whatever people typed is escaped; a subject is one line, so nobody can smuggle in a header.
 */
export function writeMail(subject: string, body: NoticeBody, link: string | null, siteUrl: string): MailContent {
  const open = `${siteUrl}${link ?? '/'}`;
  const closing = [noticeText('openSystem', { link: open }), noticeText('automatic')];
  return {
    subject: noticeText('mailSubject', { subject: oneLine(subject) }),
    text: [body.heading, ...body.blocks.map(blockText), closing.join('\n')].join('\n\n'),
    html: htmlPage(body, siteUrl, closing),
  };
}

/** Without line breaks and other control characters, at most 200 characters. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

/** `6月30日`, with the year where it is not the one the reader is in. */
export function dayText(day: Day, today: Day): string {
  const { year, month, date } = dayParts(day);
  return `${year === dayParts(today).year ? '' : `${year}年`}${month}月${date}日`;
}

function blockText(block: NoticeBlock): string {
  if (block.form === 'lines') return block.lines.join('\n');
  return [titleOf(block), ...(block.form === 'list' ? listText(block) : tableText(block))].join('\n');
}

function titleOf(block: NoticeList | NoticeTable): string {
  const count = blockSections(block).reduce((sum, { tickets }) => sum + tickets.length, 0);
  return noticeText('blockCount', { title: block.title, count });
}

function listText(block: NoticeList): string[] {
  return block.sections.flatMap(({ unit, tickets }) => [
    `  ${noticeText('unitCount', { unit, count: tickets.length })}`,
    ...tickets.map(({ no, title, note, handler }, index) => {
      const facts = [note, handler ?? noticeText('noHandler')].filter(Boolean).join('，');
      return `    ${index + 1}. ${no}　${oneLine(title)}（${oneLine(facts)}）`;
    }),
  ]);
}

function tableText(block: NoticeTable): string[] {
  return block.sections.map(
    ({ unit, tickets, note }) => `  ${noticeText('unitCount', { unit, count: tickets.length })}　${note}`,
  );
}

function htmlPage(body: NoticeBody, siteUrl: string, closing: readonly string[]): string {
  const parts = [
    `<p>${escapeHtml(body.heading)}</p>`,
    ...body.blocks.map((block) => blockHtml(block, siteUrl)),
    `<p style="color:#595959">${closing.map((line) => linked(escapeHtml(line))).join('<br>')}</p>`,
  ];
  return `<div style="font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;font-size:14px;line-height:1.6">${parts.join('')}</div>`;
}

function blockHtml(block: NoticeBlock, siteUrl: string): string {
  if (block.form === 'lines') return block.lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
  const title = `<h3 style="font-size:15px;margin:16px 0 8px">${escapeHtml(titleOf(block))}</h3>`;
  if (block.form === 'table') {
    const rows = block.sections.map(({ unit, tickets, note }) => row([unit, String(tickets.length), note]));
    return title + table(['columnUnit', 'columnCount', 'columnState'], rows);
  }
  return (
    title +
    block.sections
      .map(({ unit, tickets }) => {
        const rows = tickets.map(({ id, no, title: what, note, handler, link }) => {
          const number = `<a style="white-space:nowrap" href="${escapeHtml(`${siteUrl}${link ?? `/tickets/${id}`}`)}">${escapeHtml(no)}</a>`;
          return `<tr><td>${number}</td>${cells([what, note, handler ?? noticeText('noHandler')])}</tr>`;
        });
        const count = noticeText('unitCount', { unit, count: tickets.length });
        return `<p>${escapeHtml(count)}</p>${table(['columnNo', 'columnTitle', 'columnState', 'columnHandler'], rows)}`;
      })
      .join('')
  );
}

/** Looks by attributes of the table: a style on each cell would be most of a long mail. */
function table(columns: readonly Parameters<typeof noticeText>[0][], rows: readonly string[]): string {
  const head = columns.map((column) => `<th>${noticeText(column)}</th>`).join('');
  return `<table border="1" cellpadding="6" style="border-collapse:collapse;text-align:left"><tr>${head}</tr>${rows.join('')}</table>`;
}

const row = (values: readonly string[]) => `<tr>${cells(values)}</tr>`;
const cells = (values: readonly string[]) => values.map((value) => `<td>${escapeHtml(value)}</td>`).join('');
/** Only addresses this product wrote itself; the text is escaped already. */
const linked = (escaped: string) => escaped.replace(/https?:\/\/[^\s<]+/, (url) => `<a href="${url}">${url}</a>`);

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
