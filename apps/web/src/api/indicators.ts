import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { answered, api, upload, type Schema } from './client.js';

export type IndicatorSheet = Schema['IndicatorSheetDto'];
export type IndicatorRow = Schema['IndicatorSheetRowDto'];
export type Filing = Schema['FilingDto'];
export type FilingDecision = Schema['FilingDecisionDto']['action'];
export type MissingFilings = Schema['MissingFilingsDto'];
export type Parameter = Schema['ParameterDto'];

const sheetKey = (period: string) => ['indicators', period] as const;

/** All indicators of a period with the filings of every unit. */
export function useIndicatorSheet(period: string) {
  return useQuery(sheetQuery(period));
}

/** Asks the sheet again and gives it as it stands now. */
export function useFreshSheet(): (period: string) => Promise<IndicatorSheet> {
  const client = useQueryClient();
  return (period) => client.fetchQuery({ ...sheetQuery(period), staleTime: 0 });
}

const sheetQuery = (period: string) => ({
  queryKey: sheetKey(period),
  queryFn: () => answered(api.GET('/api/indicators', { params: { query: { period } } })),
});

/** An indicator of the bureau's own, to be filed by departments from then on. */
export function useCreateIndicator() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Schema['NewIndicatorDto']) => answered(api.POST('/api/indicators', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['indicators'] }),
  });
}

/** Files one value against the version it was edited from. */
export function useFileIndicator() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: Schema['NewFilingDto'] & { key: string }) =>
      answered(api.PUT('/api/indicators/{key}/filings', { params: { path: { key } }, body })),
    onSuccess: (filing, { key, period, unitId }) =>
      client.setQueryData<IndicatorSheet>(sheetKey(period), (sheet) => sheet && withFiling(sheet, key, unitId, filing)),
  });
}

/** Submits, withdraws, accepts or returns filings: all or none. */
export function useDecideFilings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ filings, ...body }: Omit<Schema['FilingDecisionDto'], 'filings'> & { filings: readonly Filing[] }) =>
      answered(
        api.POST('/api/filings/actions', {
          body: { ...body, filings: filings.map(({ id, version }) => ({ id, version })) },
        }),
      ),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['indicators'] }),
        client.invalidateQueries({ queryKey: ['missing-filings'] }),
        client.invalidateQueries({ queryKey: ['filing-events'] }),
      ]),
  });
}

export function useAddFilingEvidence(filingId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.append('file', file);
      return upload<Filing>(`/api/filings/${filingId}/evidence`, form);
    },
    onSuccess: () => askFilingAgain(client),
  });
}

export function useRemoveFilingEvidence(filingId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (evidenceId: string) =>
      answered(
        api.DELETE('/api/filings/{id}/evidence/{evidenceId}', { params: { path: { id: filingId, evidenceId } } }),
      ),
    onSettled: () => askFilingAgain(client),
  });
}

const askFilingAgain = (client: QueryClient) =>
  Promise.all([
    client.invalidateQueries({ queryKey: ['indicators'] }),
    client.invalidateQueries({ queryKey: ['filing-events'] }),
  ]);

export function useFilingEvents(id: string) {
  return useQuery({
    queryKey: ['filing-events', id],
    queryFn: () => answered(api.GET('/api/filings/{id}/events', { params: { path: { id } } })),
  });
}

/** Who has not filed for a period. */
export function useMissingFilings(period: string) {
  return useQuery({
    queryKey: ['missing-filings', period],
    queryFn: () => answered(api.GET('/api/filings/missing', { params: { query: { period } } })),
  });
}

/** Tells who is to file what is missing; whoever was told today is not told again. */
export function useUrge() {
  return useMutation({
    mutationFn: (body: Schema['UrgeDto']) => answered(api.POST('/api/filings/urge', { body })),
  });
}

function withFiling(sheet: IndicatorSheet, key: string, unitId: string, filing: Filing): IndicatorSheet {
  const indicators = sheet.indicators.map((row) =>
    row.key === key ? { ...row, filings: [...row.filings.filter(({ unit }) => unit.id !== unitId), filing] } : row,
  );
  return { ...sheet, indicators };
}

export function useParameters(enabled = true) {
  return useQuery({ queryKey: ['parameters'], queryFn: () => answered(api.GET('/api/parameters')), enabled });
}

export function useSaveParameters() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (parameters: Schema['ParameterChangeDto'][]) =>
      answered(api.PUT('/api/parameters', { body: { parameters } })),
    onSuccess: (present) => client.setQueryData(['parameters'], present),
    onError: () => client.invalidateQueries({ queryKey: ['parameters'] }),
  });
}
