import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { isPrinting, useOrderPdf, type Report } from '../../api/reports.js';
import { useSettings } from '../../api/session.js';
import { Sheet } from '../../components/sheet.js';
import { t } from '../../language.js';

/** By whom the PDF is made, for whoever wonders about its fonts. */
const printerWords = { libreOffice: 'report.pdfByOffice', direct: 'report.pdfDirect' } as const;

/** The sheet has to be gone before the page is printed. */
const sheetClosesMs = 400;

/**
 * The report as PDF: ordered, made by the server, then downloaded. Where the server cannot, it says why and offers the page's
 * own print, which has the same layout.
 */
export function PdfButton({ report }: { report: Report }) {
  const { data: settings } = useSettings();
  const order = useOrderPdf(report.id);
  const [isExplained, setExplained] = useState(false);
  if (report.pdf?.status === 'ready') {
    return (
      <Button icon={<FilePdfOutlined />} href={`/api/reports/${report.id}/document.pdf`} download>
        {t('report.pdf')}
      </Button>
    );
  }
  const printer = settings ? settings.pdfPrinter : 'libreOffice';
  const makesPdf = printer !== null;
  const failure = report.pdf?.failure ?? order.error?.message ?? null;
  const close = () => setExplained(false);
  const print = () => {
    close();
    setTimeout(() => window.print(), sheetClosesMs);
  };
  const makeAgain = () => {
    close();
    order.mutate();
  };
  if (printer !== null && failure === null) {
    const isMaking = isPrinting(report) || order.isPending;
    return (
      <Button
        icon={<FilePdfOutlined />}
        loading={isMaking}
        title={t(printerWords[printer])}
        onClick={() => order.mutate()}
      >
        {t(isMaking ? 'report.pdfMaking' : 'report.pdfMake')}
      </Button>
    );
  }
  const name = t(makesPdf ? 'report.pdfFailed' : 'report.pdfMissing');
  return (
    <>
      <Button icon={<PrinterOutlined />} danger={makesPdf} onClick={() => setExplained(true)}>
        {name}
      </Button>
      <Sheet open={isExplained} title={name} onClose={close}>
        <Alert
          type={makesPdf ? 'error' : 'info'}
          showIcon
          title={makesPdf ? failure : t('report.pdfMissingWhy')}
          description={t('report.pdfPrintHow')}
        />
        <div className="form-end">
          {makesPdf && <Button onClick={makeAgain}>{t('report.pdfAgain')}</Button>}
          <Button type="primary" icon={<PrinterOutlined />} onClick={print}>
            {t('report.pdfPrint')}
          </Button>
        </div>
      </Sheet>
    </>
  );
}
