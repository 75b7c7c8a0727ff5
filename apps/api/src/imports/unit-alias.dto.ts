import { ApiProperty } from '@nestjs/swagger';

export class UnitAliasDto {
  @ApiProperty() id: string;
  @ApiProperty({ description: 'As ledgers write it, without spaces' }) name: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null where no unit is meant' }) unitId: string | null;
  @ApiProperty({ type: String, nullable: true }) unit: string | null;
  @ApiProperty() keptByName: string;
  @ApiProperty({ type: String, format: 'date-time' }) keptAt: Date;
  @ApiProperty({ description: 'Of the import it was said at' }) fileName: string;
}
