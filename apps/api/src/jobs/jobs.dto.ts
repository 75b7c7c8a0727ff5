import { ApiProperty } from '@nestjs/swagger';

export class FailedJobDto {
  @ApiProperty() id: string;
  @ApiProperty() job: string;
  /** What the job does, in words. */
  @ApiProperty() name: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) payload: Record<string, unknown>;
  @ApiProperty() failure: string;
  @ApiProperty() attempts: number;
  @ApiProperty() createdAt: Date;
  @ApiProperty() failedAt: Date;
}

export class FailedJobsDto {
  @ApiProperty({ type: [FailedJobDto] }) items: FailedJobDto[];
}
