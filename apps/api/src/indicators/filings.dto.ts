import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
} from 'class-validator';
import {
  filingActions,
  filingDecisions,
  filingStatuses,
  mayRemoveEvidence,
  type FilingDecision,
  type FilingDuty,
} from '@xiaohao/domain';
import type { StatedFiling } from '@xiaohao/indicators';
import { NamedDto } from '../auth/auth.dto.js';
import { Part } from '../part.js';

const eventActions = ['save', 'file', ...filingDecisions, 'evidence', 'remove_evidence'] as const;

export class AcceptedFilingDto {
  @ApiProperty() version: number;
  @ApiProperty() value: number;
  @ApiProperty({ type: String, nullable: true }) by: string | null;
  @ApiProperty({ format: 'date-time' }) at: string;
}

export class FilingEvidenceDto {
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ description: 'The version it was given with' }) version: number;
  @ApiProperty({ description: 'Whether the reader may take it out now' }) removable: boolean;
}

export class FilingDto {
  @ApiProperty() id: string;
  @ApiProperty() key: string;
  @ApiProperty({ type: NamedDto }) unit: NamedDto;
  @ApiProperty() period: string;
  @ApiProperty() value: number;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true }) filedBy: string | null;
  @ApiProperty() version: number;
  @ApiProperty({ format: 'date-time' }) filedAt: Date;
  @ApiProperty({ enum: filingStatuses }) status: (typeof filingStatuses)[number];
  @ApiProperty({ type: String, nullable: true, description: 'Why it was returned' }) reason: string | null;
  @ApiProperty({ type: AcceptedFilingDto, nullable: true, description: 'What reports count meanwhile' })
  accepted: AcceptedFilingDto | null;
  @ApiProperty({ type: [FilingEvidenceDto] }) evidence: FilingEvidenceDto[];
  @ApiProperty({ enum: filingDecisions, isArray: true, description: 'What the reader may do with it now' })
  actions: FilingDecision[];
}

export function filingView(
  { unitId, unitName, value, filedById, evidence, ...filing }: StatedFiling,
  duties: FilingDuty[],
  readerId: string,
): FilingDto {
  // Nobody decides on what they filed.
  const own = filedById === readerId;
  const actions = filingActions(filing.status, own ? duties.filter((duty) => duty !== 'acceptor') : duties);
  const state = { status: filing.status, acceptedVersion: filing.accepted?.version ?? null };
  return {
    ...filing,
    unit: { id: unitId, name: unitName },
    value: Number(value),
    evidence: evidence.map((file) => ({
      ...file,
      removable: duties.includes('filer') && mayRemoveEvidence(state, file.version),
    })),
    actions,
  };
}

export class FilingRefDto {
  @ApiProperty() @IsUUID() id: string;
  @ApiProperty({ description: 'The version that was looked at' }) @IsInt() @Min(1) version: number;
}

export class FilingDecisionDto {
  @ApiProperty({ enum: filingDecisions }) @IsIn(filingDecisions) action: FilingDecision;
  @ApiPropertyOptional({ type: String, nullable: true, description: 'Needed to return' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string | null;
  @ApiProperty({ type: [FilingRefDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @Part(() => FilingRefDto, { each: true })
  filings: FilingRefDto[];
}

export class FilingEventDto {
  @ApiProperty() version: number;
  @ApiProperty({ enum: eventActions }) action: (typeof eventActions)[number];
  @ApiProperty() value: number;
  @ApiProperty({ type: String, nullable: true }) note: string | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Names of the files added or taken out' })
  files: string | null;
  @ApiProperty() by: string;
  @ApiProperty({ format: 'date-time' }) at: Date;
}

export class MissingFilingsQueryDto {
  @ApiProperty({ example: '2026H1' }) @IsString() @MaxLength(7) period: string;
}

export class MissingFilingDto {
  @ApiProperty() unitId: string;
  @ApiProperty() unitName: string;
  @ApiProperty() period: string;
  @ApiProperty() key: string;
  @ApiProperty() name: string;
  @ApiProperty() unit: string;
  @ApiProperty({ enum: ['duty', 'before'], description: 'Assigned, or filed for the period before' })
  why: 'duty' | 'before';
  @ApiProperty({ type: String, enum: filingStatuses, nullable: true, description: 'Null: nothing was filed at all' })
  status: (typeof filingStatuses)[number] | null;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
}

export class MissingFilingsDto {
  @ApiProperty() period: string;
  @ApiProperty() periodLabel: string;
  @ApiProperty({ format: 'date' }) dueOn: string;
  @ApiProperty({ type: [MissingFilingDto] }) items: MissingFilingDto[];
}

export class UrgeDto {
  @ApiProperty({ example: '2026H1' }) @IsString() @MaxLength(7) period: string;
  @ApiPropertyOptional({ type: [String], description: 'Default: every unit that has not filed' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsUUID(undefined, { each: true })
  unitIds?: string[];
}

export class UrgedDto {
  @ApiProperty({ description: 'Messages written now; whoever was urged today already gets none' }) messages: number;
  @ApiProperty({ type: [String], description: 'Units without anybody who could file' }) unreached: string[];
}
