/** What was decided once for this installation: its mode, written at the first migration and never changed. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('setting')
export class Setting {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'setting_pkey' }) name!: string;
  @Column('text') value!: string;
}
