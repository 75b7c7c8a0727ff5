import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ticketKinds, type TicketKind } from '@xiaohao/domain';

const nullableText = { type: String, nullable: true } as const;

class LayoutColumnDto {
  @ApiProperty({ description: 'Empty for a column without a heading' }) letters: string;
  @ApiProperty() heading: string;
  @ApiProperty(nullableText) group: string | null;
  @ApiProperty() width: number;
  @ApiProperty({ description: 'What fills it' }) field: string;
  @ApiProperty({ description: 'False where no synonym knows the heading' }) understood: boolean;
}

class LayoutNoteDto {
  @ApiProperty() code: string;
  @ApiProperty() message: string;
}

export class LayoutReadingDto {
  @ApiProperty() sheet: string;
  @ApiProperty(nullableText) title: string | null;
  @ApiProperty({ type: [Number] }) headerRows: number[];
  @ApiProperty({ type: [LayoutColumnDto] }) columns: LayoutColumnDto[];
  @ApiProperty({ type: [LayoutNoteDto] }) notes: LayoutNoteDto[];
  @ApiProperty({ type: [String], description: 'Whatever a column of this kind may be filled with' }) choices: string[];
}

export class LedgerLayoutDto {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ticketKinds }) kind: TicketKind;
  @ApiProperty() name: string;
  @ApiProperty({ type: [LayoutColumnDto] }) columns: LayoutColumnDto[];
  @ApiProperty({ type: String, enum: ['A3', 'A4'], nullable: true }) paper: 'A3' | 'A4' | null;
  @ApiProperty() createdBy: string;
  @ApiProperty({ type: String, format: 'date-time' }) createdAt: Date;
  @ApiProperty(nullableText) changedBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) changedAt: Date | null;
  @ApiProperty() version: number;
  @ApiProperty({ type: [String], description: 'Whatever a column of this kind may be filled with' }) choices: string[];
}

/** The fields of the form beside the file. */
export class LayoutUploadDto {
  @IsIn(ticketKinds) kind: TicketKind;
  /** `2`, or `2,3` for a header of two rows. */
  @IsOptional()
  @Transform(({ value }) => String(value).split(',').map(Number))
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(1000, { each: true })
  headerRows?: number[];
}

export class NewLayoutDto extends LayoutUploadDto {
  @IsString() @Matches(/\S/) @MaxLength(60) name: string;
  /** JSON: by column letters what fills it. */
  @IsOptional() @IsString() @MaxLength(10_000) fields?: string;
}

class LayoutFieldDto {
  @ApiProperty({ description: 'Its letters' }) @IsString() @Matches(/^[A-Z]{1,3}$/) column: string;
  @ApiProperty({ description: 'One of the choices' }) @IsString() @MaxLength(60) field: string;
}

export class LayoutEditDto {
  @ApiProperty({ description: 'The version that was looked at' }) @IsInt() @Min(1) version: number;
  @ApiPropertyOptional() @IsOptional() @IsString() @Matches(/\S/) @MaxLength(60) name?: string;
  @ApiPropertyOptional({ type: [LayoutFieldDto] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => LayoutFieldDto)
  fields?: LayoutFieldDto[];
}
