import { ApiProperty } from '@nestjs/swagger';
import { type PdfPrinter, pdfPrinters } from '@xiaohao/documents';

export class WatchdogDto {
  @ApiProperty() message: string;
}

export class OidcNameDto {
  @ApiProperty({ description: 'What the button says' }) name: string;
}

export class SettingsDto {
  @ApiProperty() bureauName: string;
  @ApiProperty() today: string;
  @ApiProperty({ description: 'True while XIAOHAO_TODAY is set' }) todayFixed: boolean;
  @ApiProperty() demo: boolean;
  @ApiProperty() calendarProvisional: boolean;
  @ApiProperty({ type: OidcNameDto, nullable: true, description: 'Null where no identity provider is configured' })
  oidc: OidcNameDto | null;
  @ApiProperty({ description: 'False: by password only administrators sign in' }) passwordSignIn: boolean;
  @ApiProperty() yellowDays: number;
  @ApiProperty({ enum: pdfPrinters, nullable: true, description: 'What makes reports PDFs; null where nothing can' })
  pdfPrinter: PdfPrinter | null;
  @ApiProperty({ type: WatchdogDto, nullable: true }) watchdog: WatchdogDto | null;
}
