import { ApiProperty } from '@nestjs/swagger';

export class DailyRootDto {
  @ApiProperty({ description: 'The day whose end it stands for' }) day: string;
  @ApiProperty({ description: 'Merkle root in hex' }) root: string;
  @ApiProperty() tickets: number;
  @ApiProperty() events: number;
}

export class DailyRootsDto {
  @ApiProperty({ type: [DailyRootDto] }) items: DailyRootDto[];
}
