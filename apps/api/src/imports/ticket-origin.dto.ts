import { ApiProperty } from '@nestjs/swagger';

const nullableText = { type: String, nullable: true } as const;

export class OriginCellDto {
  @ApiProperty({ example: 'F5' }) cell: string;
  @ApiProperty() heading: string;
  @ApiProperty() text: string;
  @ApiProperty({ description: 'Written over by hand in the preview' }) corrected: boolean;
}

export class TicketOriginDto {
  @ApiProperty({ ...nullableText, description: 'Null for a ticket registered by hand' }) importId: string | null;
  @ApiProperty(nullableText) file: string | null;
  @ApiProperty(nullableText) sheet: string | null;
  @ApiProperty({ type: Number, nullable: true }) row: number | null;
  @ApiProperty(nullableText) importedBy: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) importedAt: Date | null;
  @ApiProperty({ type: [OriginCellDto] }) cells: OriginCellDto[];
  @ApiProperty() mayOpenFile: boolean;
}
