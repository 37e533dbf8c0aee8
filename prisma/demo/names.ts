/** Forty-odd people from many places; the demo invents nobody real. */
export const engineerNames = [
  "Amina Haddad", "Jon Aasen", "Wen Li", "Tomás Rivera", "Lena Okafor", "Samir Patel", "Erik Dahl", "Grace Mwangi",
  "Pavel Novák", "Yuki Tanaka", "Clara Jensen", "Omar Farouk", "Elif Demir", "Mateo Vargas", "Nina Petrova",
  "Kofi Mensah", "Aoife Byrne", "Luca Romano", "Hana Suzuki", "Daniel Weber", "Zanele Dube", "Ivan Horvat",
  "Maja Kowalska", "Ravi Iyer", "Sara Lund", "Ahmed Saleh", "Julia Brandt", "Chen Wei", "Marta Silva", "Peter Nagy",
  "Fatima Zahra", "Oskar Nyberg", "Leila Hosseini", "Bruno Costa", "Anika Roy", "Viktor Ionescu", "Emma Laurent",
  "Tariq Aziz", "Mei Lin", "Jonas Keller", "Rosa Delgado",
] as const; // biome-ignore format: names read better packed

export const executiveNames = [
  "Karin Holm", "Robert Achterberg", "Linh Tran", "Michael Osei", "Eva Lindgren", "David Cohen", "Isabel Ruiz",
  "Stefan Maier", "Dina Rashid",
] as const; // biome-ignore format: names read better packed
