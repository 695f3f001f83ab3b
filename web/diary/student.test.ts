import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasDiary, isFamily } from './student.ts'

const child = (studentId: string) => ({ studentId, name: '', className: '' })
const mother = { actor: { personId: 'mother', student: false }, children: [child('petya'), child('masha')] }
const petya = { actor: { personId: 'petya', student: true }, children: [] }
const teacher = { actor: { personId: 'teacher', student: false }, children: [] }

test('a diary is in the menu of families only', () => {
  assert.equal(hasDiary(mother), true)
  assert.equal(hasDiary(petya), true)
  assert.equal(hasDiary(teacher), false)
})

test('parents are family of their own children only [R055]', () => {
  assert.equal(isFamily(mother, 'masha'), true)
  assert.equal(isFamily(mother, 'kolya'), false)
})

test('a student is family in their own diary, a homeroom teacher in none', () => {
  assert.equal(isFamily(petya, 'petya'), true)
  assert.equal(isFamily(petya, 'masha'), false)
  assert.equal(isFamily(teacher, 'petya'), false)
})
