/// Towns of Central Asia and its neighbours, around which bases and crises are scattered.
///
/// Only the map is real: which member stands where, and where crises break out, is drawn.
enum Region {
  /// A place on the map.
  struct Town {
    let name: String
    let latitude: Double
    let longitude: Double
  }

  /// A country in which a member of a generated model has its bases.
  struct Homeland {
    let country: String
    let towns: [Town]
  }

  /// The box that holds all places, in degrees.
  static let latitudes = 34.0...58.0
  /// The box that holds all places, in degrees.
  static let longitudes = 27.0...92.0

  /// The homelands of members, the largest member's first.
  static let homelands: [Homeland] = [
    Homeland(
      country: "RU",
      towns: [
        Town(name: "Ivanovo", latitude: 56.94, longitude: 40.94),
        Town(name: "Ulyanovsk", latitude: 54.40, longitude: 48.80),
        Town(name: "Ufa", latitude: 54.56, longitude: 55.87),
        Town(name: "Yekaterinburg", latitude: 56.74, longitude: 60.80),
        Town(name: "Omsk", latitude: 54.97, longitude: 73.31),
        Town(name: "Barnaul", latitude: 53.36, longitude: 83.54),
      ]),
    Homeland(
      country: "KZ",
      towns: [
        Town(name: "Astana", latitude: 51.02, longitude: 71.47),
        Town(name: "Karaganda", latitude: 49.67, longitude: 73.33),
        Town(name: "Taldykorgan", latitude: 45.13, longitude: 78.45),
        Town(name: "Aktau", latitude: 43.86, longitude: 51.09),
        Town(name: "Shymkent", latitude: 42.36, longitude: 69.48),
      ]),
    Homeland(
      country: "UZ",
      towns: [
        Town(name: "Tashkent", latitude: 41.26, longitude: 69.28),
        Town(name: "Chirchik", latitude: 41.52, longitude: 69.58),
        Town(name: "Karshi", latitude: 38.80, longitude: 65.77),
        Town(name: "Nukus", latitude: 42.46, longitude: 59.60),
      ]),
    Homeland(
      country: "BY",
      towns: [
        Town(name: "Minsk", latitude: 53.88, longitude: 28.03),
        Town(name: "Vitebsk", latitude: 55.13, longitude: 30.35),
        Town(name: "Gomel", latitude: 52.44, longitude: 30.98),
      ]),
    Homeland(
      country: "AZ",
      towns: [
        Town(name: "Ganja", latitude: 40.68, longitude: 46.36),
        Town(name: "Baku", latitude: 40.41, longitude: 49.87),
      ]),
    Homeland(
      country: "TM",
      towns: [
        Town(name: "Ashgabat", latitude: 37.95, longitude: 58.38),
        Town(name: "Mary", latitude: 37.60, longitude: 61.83),
        Town(name: "Turkmenabat", latitude: 39.07, longitude: 63.58),
      ]),
    Homeland(
      country: "MN",
      towns: [
        Town(name: "Khovd", latitude: 48.01, longitude: 91.64),
        Town(name: "Olgii", latitude: 48.97, longitude: 89.97),
      ]),
    Homeland(
      country: "KG",
      towns: [
        Town(name: "Bishkek", latitude: 42.87, longitude: 74.57),
        Town(name: "Balykchy", latitude: 42.46, longitude: 76.19),
        Town(name: "Osh", latitude: 40.61, longitude: 72.79),
      ]),
    Homeland(
      country: "TJ",
      towns: [
        Town(name: "Dushanbe", latitude: 38.54, longitude: 68.83),
        Town(name: "Kulob", latitude: 37.99, longitude: 69.81),
      ]),
    Homeland(
      country: "AM",
      towns: [
        Town(name: "Yerevan", latitude: 40.15, longitude: 44.40),
        Town(name: "Gyumri", latitude: 40.75, longitude: 43.86),
      ]),
    Homeland(
      country: "GE",
      towns: [
        Town(name: "Tbilisi", latitude: 41.67, longitude: 44.95),
        Town(name: "Kutaisi", latitude: 42.27, longitude: 42.70),
      ]),
    Homeland(
      country: "MD",
      towns: [Town(name: "Chisinau", latitude: 46.93, longitude: 28.93)]),
  ]

  /// Places around which crises are scattered.
  static let flashpoints: [Town] = [
    Town(name: "Osh", latitude: 40.53, longitude: 72.80),
    Town(name: "Batken", latitude: 40.06, longitude: 70.82),
    Town(name: "Andijan", latitude: 40.78, longitude: 72.34),
    Town(name: "Khujand", latitude: 40.28, longitude: 69.63),
    Town(name: "Almaty", latitude: 43.24, longitude: 76.89),
    Town(name: "Zhanaozen", latitude: 43.34, longitude: 52.86),
    Town(name: "Khorog", latitude: 37.49, longitude: 71.55),
    Town(name: "Termez", latitude: 37.23, longitude: 67.28),
    Town(name: "Kunduz", latitude: 36.73, longitude: 68.86),
    Town(name: "Nukus", latitude: 42.46, longitude: 59.60),
    Town(name: "Gyumri", latitude: 40.79, longitude: 43.85),
    Town(name: "Oral", latitude: 51.23, longitude: 51.37),
  ]
}
