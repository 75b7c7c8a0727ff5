// provisional until @xiaohao/domain has them
export function readUnits(text: string): string[] {
  return text
    .split(/[、，,；;\/\n]+/)
    .map((s) => s.trim())
    .filter(Boolean);
}
export function readPersons(text: string): string[] {
  return text
    .split(/[、，,；;\/\n]+/)
    .map((s) => s.replace(/[\s\d-]+/g, ''))
    .filter(Boolean);
}
export function readStatus(text: string): {
  status: 'not_started' | 'in_progress' | 'completed' | 'closed' | 'ongoing';
  completion: 'basic' | null;
} {
  if (/已销号|验收合格|复查合格|摘牌|已办结/.test(text)) return { status: 'closed', completion: null };
  if (/基本完成|阶段性完成/.test(text)) return { status: 'ongoing', completion: 'basic' };
  if (/长期坚持/.test(text)) return { status: 'ongoing', completion: null };
  if (/^(已完成|已整改|完成|是|√|100%)/.test(text)) return { status: 'completed', completion: null };
  if (/^(未|尚未|否)/.test(text)) return { status: 'not_started', completion: null };
  return { status: 'in_progress', completion: null };
}
