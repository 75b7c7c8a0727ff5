import { ApiProperty } from '@nestjs/swagger';
import { columnMeanings } from '@xiaohao/ledgers';

export class ImportProfileDto {
  @ApiProperty() id: string;
  @ApiProperty({ type: [String] }) headings: string[];
  @ApiProperty({ enum: columnMeanings, isArray: true, description: 'Of the headings, in their order' })
  meanings: string[];
  @ApiProperty() fileName: string;
  @ApiProperty() sheet: string;
  @ApiProperty() keptByName: string;
  @ApiProperty({ type: String, format: 'date-time' }) keptAt: Date;
}
