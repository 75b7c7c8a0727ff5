import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, upload, type Schema } from './client.js';

export type Report = Schema['ReportDto'];
export type ReportRow = Schema['ReportRowDto'];
export type ReportFigure = Schema['ReportFigureDto'];
export type ReportCheck = Schema['ReportCheckDto'];
export type ContentBlock = Schema['ContentBlockDto'];
export type ContentRun = Schema['ContentRunDto'];
export type FigureTicket = Schema['KnownTicketDto'];
export type ReconciledCircular = Schema['ReconciledCircularDto'];
export type ReportComparison = Schema['ReportComparisonDto'];
export type ComparedFigure = Schema['ComparedFigureDto'];
export type ComparedContent = Schema['ComparedContentDto'];
export type ReportTemplate = Schema['TemplateRowDto'];
export type ReportRequest = Schema['ReportRequestDto'];

const reportKey = (id: string) => ['report', id] as const;

/** Asked again at this pace while a report is built, in case no live event arrives. */
const pollMs = 3_000;

export function isBuilding({ status }: Pick<ReportRow, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}

/** Its PDF is on the way. */
export function isPrinting({ pdf }: Pick<Report, 'pdf'>): boolean {
  return pdf?.status === 'queued' || pdf?.status === 'running';
}

interface ReportsAsked {
  /** Those that are final and stand, or all others. */
  final?: 'true' | 'false';
  /** Code of a template. */
  template?: string;
  /** Those that lie before the chief. */
  state?: 'submitted';
}

export function useReports(asked: ReportsAsked = {}) {
  return useInfiniteQuery({
    queryKey: ['reports', asked],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(api.GET('/api/reports', { params: { query: { ...asked, cursor: pageParam } } })),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some(isBuilding)) ? pollMs : false),
  });
}

export function useReport(id: string) {
  return useQuery({
    queryKey: reportKey(id),
    queryFn: () => answered(api.GET('/api/reports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && (isBuilding(state.data) || isPrinting(state.data)) ? pollMs : false),
  });
}

/** The same whichever is named first. */
export function useReportComparison(id: string, otherId: string) {
  return useQuery({
    queryKey: ['report', id, 'compare', otherId],
    queryFn: () => answered(api.GET('/api/reports/{id}/compare/{otherId}', { params: { path: { id, otherId } } })),
  });
}

/** A superior's paper held against the report; nothing of it is kept. */
export function useReconcile(id: string) {
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return upload<ReconciledCircular>(`/api/reports/${id}/circular`, form);
    },
  });
}

export function useReportTemplates() {
  return useQuery({ queryKey: ['report-templates'], queryFn: () => answered(api.GET('/api/report-templates')) });
}

/** Takes a Word file as a template; with `repair` the proposals for its faulty tags are put in first. */
export function useAddTemplate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, repair }: { file: File; repair: boolean }) => {
      const form = new FormData();
      form.append('file', file);
      return upload<ReportTemplate>(`/api/report-templates${repair ? '?repair=true' : ''}`, form);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['report-templates'] }),
  });
}

/** What stands behind one figure of a report, page by page; the filings and the hidden count come with each page. */
export function useFigureTickets(id: string, key: string) {
  return useInfiniteQuery({
    queryKey: ['report', id, 'figure', key],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      answered(
        api.GET('/api/reports/{id}/figures/{key}/tickets', {
          params: { path: { id, key }, query: { cursor: pageParam } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
}

export function useBuildReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ReportRequest) => answered(api.POST('/api/reports', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['reports'] }),
  });
}

/** Decisions on a built report; each answers with the report as it stands then. */
function useReportDecision<Input>(id: string, decide: (input: Input) => Promise<Report>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: decide,
    onSuccess: (report) => {
      client.setQueryData(reportKey(id), report);
      void client.invalidateQueries({ queryKey: [...reportKey(id), 'events'] });
      void client.invalidateQueries({ queryKey: ['workbench'] });
      void client.invalidateQueries({ queryKey: ['reports'] });
    },
    onError: () => client.invalidateQueries({ queryKey: reportKey(id), exact: true }),
  });
}

export function useExcuseFinding(id: string) {
  return useReportDecision(id, (body: Schema['ExcuseDto']) =>
    answered(api.POST('/api/reports/{id}/excuses', { params: { path: { id } }, body })),
  );
}

export function useTakeBackExcuse(id: string) {
  return useReportDecision(id, (finding: string) =>
    answered(api.DELETE('/api/reports/{id}/excuses/{finding}', { params: { path: { id, finding } } })),
  );
}

/** Prints another number; the report is built again at once. */
export function useSetOverride(id: string, key: string) {
  return useReportDecision(id, (body: Schema['OverrideDto']) =>
    answered(api.PUT('/api/reports/{id}/overrides/{key}', { params: { path: { id, key } }, body })),
  );
}

export function useClearOverride(id: string, key: string) {
  return useReportDecision(id, (_: void) =>
    answered(api.DELETE('/api/reports/{id}/overrides/{key}', { params: { path: { id, key } } })),
  );
}

export function useWithdrawReport(id: string) {
  return useReportDecision(id, (body: Schema['WithdrawDto']) =>
    answered(api.POST('/api/reports/{id}/withdraw', { params: { path: { id } }, body })),
  );
}

interface ReviewStep {
  action: 'submit' | 'recall' | 'return';
  version: number;
  reason?: string;
}

/** Submits a draft to the chief, recalls it or returns it. */
export function useDecideReport(id: string) {
  return useReportDecision(id, ({ action, version, reason = '' }: ReviewStep) => {
    const params = { path: { id } };
    if (action === 'return')
      return answered(api.POST('/api/reports/{id}/return', { params, body: { version, reason } }));
    if (action === 'recall') return answered(api.POST('/api/reports/{id}/recall', { params, body: { version } }));
    return answered(api.POST('/api/reports/{id}/submit', { params, body: { version } }));
  });
}

export function useReportEvents(id: string) {
  return useQuery({
    queryKey: ['report', id, 'events'],
    queryFn: () => answered(api.GET('/api/reports/{id}/events', { params: { path: { id } } })),
  });
}

/** Has the Word file printed as PDF by the server. */
export function useOrderPdf(id: string) {
  return useReportDecision(id, (_: void) =>
    answered(api.POST('/api/reports/{id}/document.pdf', { params: { path: { id } } })),
  );
}

export function useFinalizeReport(id: string) {
  return useReportDecision(id, (version: number) =>
    answered(api.POST('/api/reports/{id}/finalize', { params: { path: { id } }, body: { version } })),
  );
}
