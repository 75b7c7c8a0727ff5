import { Link } from 'react-router';
import type { NoticeBody } from '../api/notices.js';
import { DayText } from './day-text.js';
import { t } from '../language.js';

type Block = NoticeBody['blocks'][number];
type Section = NonNullable<Block['sections']>[number];
type Listed = Exclude<Section['tickets'][number], string>;

/** A message as the person sees it. `links` is false in a preview of somebody else's message. */
export function NoticeBodyView({ body, links = true }: { body: NoticeBody; links?: boolean }) {
  return (
    <div className="notice-body">
      <p>{body.heading}</p>
      {body.blocks.map((block, index) => (
        <NoticeBlock key={index} block={block} links={links} />
      ))}
    </div>
  );
}

function NoticeBlock({ block, links }: { block: Block; links: boolean }) {
  if (block.form === 'lines') return <p className="prose">{block.lines?.join('\n')}</p>;
  return (
    <section className="notice-block">
      <h3>{block.title}</h3>
      {block.form === 'table' ? (
        <table className="plain">
          <tbody>
            {block.sections?.map((section) => (
              <tr key={section.unit}>
                <th scope="row">{section.unit}</th>
                <td className="figures align-end">{t('ledger.count', { count: section.tickets.length })}</td>
                <td>{section.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        block.sections?.map((section) => <ListedUnit key={section.unit} section={section} links={links} />)
      )}
    </section>
  );
}

function ListedUnit({ section, links }: { section: Section; links: boolean }) {
  return (
    <>
      <h4>
        {section.unit} <span className="faint figures">{section.tickets.length}</span>
      </h4>
      <ul className="notice-tickets">
        {section.tickets.filter(isListed).map((ticket) => (
          <li key={ticket.id}>
            <span className="figures">
              {links ? <Link to={ticket.link ?? `/tickets/${ticket.id}`}>{ticket.no}</Link> : ticket.no}
            </span>
            <span>{ticket.title}</span>
            <span className="faint">
              {ticket.note || (ticket.dueOn && <DayText day={ticket.dueOn} />)}
              {ticket.handler && ` · ${ticket.handler}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function isListed(ticket: Section['tickets'][number]): ticket is Listed {
  return typeof ticket !== 'string';
}
