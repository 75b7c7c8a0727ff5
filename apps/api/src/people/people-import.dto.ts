import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsString, MaxLength, Min } from 'class-validator';
import { peopleAtMost } from '@xiaohao/org';
import { Part } from '../part.js';

/** As written in the sheet; a blank cell is ''. */
export class PeopleRowDto {
  @ApiProperty() @IsInt() @Min(1) row: number;
  @ApiProperty() @IsString() @MaxLength(200) name: string;
  @ApiProperty() @IsString() @MaxLength(200) username: string;
  @ApiProperty() @IsString() @MaxLength(200) unit: string;
  @ApiProperty() @IsString() @MaxLength(200) role: string;
  @ApiProperty() @IsString() @MaxLength(5000) charge: string;
  @ApiProperty() @IsString() @MaxLength(500) email: string;
  @ApiProperty() @IsString() @MaxLength(200) phone: string;
}

export class PeopleCommitDto {
  @ApiProperty({ type: [PeopleRowDto] })
  @IsArray()
  @ArrayMaxSize(peopleAtMost)
  @Part(() => PeopleRowDto, { each: true })
  rows: PeopleRowDto[];
}

export class PreviewedPersonDto extends PeopleRowDto {
  @ApiProperty({ description: 'The sheet gave none' }) usernameProposed: boolean;
}

export class PeopleProblemDto {
  @ApiProperty() row: number;
  @ApiProperty() column: string;
  @ApiProperty() heading: string;
  @ApiProperty({ type: String, nullable: true, description: 'Address of the cell; null where the column is missing' })
  cell: string | null;
  @ApiProperty() message: string;
}

export class PeoplePreviewDto {
  @ApiProperty() sheet: string;
  @ApiProperty({ type: [PreviewedPersonDto] }) people: PreviewedPersonDto[];
  @ApiProperty({ type: [PeopleProblemDto] }) problems: PeopleProblemDto[];
}

export class AddedPersonDto {
  @ApiProperty() name: string;
  @ApiProperty() username: string;
  @ApiProperty() unit: string;
  @ApiProperty({ description: 'Told once, stored nowhere' }) password: string;
}

export class AddedPeopleDto {
  @ApiProperty({ type: [AddedPersonDto] }) people: AddedPersonDto[];
  @ApiProperty({ description: 'The same as an .xlsx, base64' }) workbook: string;
}
