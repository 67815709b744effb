"""The recipe of the Indonesian model: data, vectors, teacher, distillation, student, scores."""
