import { ApiProperty } from '@nestjs/swagger';

export class WatchdogDto {
  @ApiProperty() message: string;
}

export class SettingsDto {
  @ApiProperty() bureauName: string;
  @ApiProperty() today: string;
  @ApiProperty({ description: 'True while XIAOHAO_TODAY is set' }) todayFixed: boolean;
  @ApiProperty() demo: boolean;
  @ApiProperty() calendarProvisional: boolean;
  @ApiProperty() yellowDays: number;
  @ApiProperty({ type: WatchdogDto, nullable: true }) watchdog: WatchdogDto | null;
}
