const SEARCH_WORDS = {"posts":["bí thư","phó bí thư","bí thư thường trực","chủ tịch","phó chủ tịch","người đứng đầu","lãnh đạo","cán bộ","đồng chí","đ/c","ông","bà","bt","ct","pct","đảng ủy","quận ủy","huyện ủy","thị ủy","thành ủy","cấp ủy","ban thường vụ","ubnd","hđnd","ủy ban","ủy ban nhân dân","hội đồng nhân dân","chính quyền","văn phòng"],"asking":["đối thoại","đối thoại trực tiếp","đối thoại với dân","đối thoại với nhân dân","đối thoại định kỳ","lịch","lịch đối thoại","lịch tiếp dân","lịch gặp dân","tiếp dân","tiếp công dân","tiếp xúc","gặp dân","gặp mặt","gặp gỡ","gặp","nghe dân","họp dân","họp","tổ chức","diễn ra","tham dự","tham gia","dự","khi nào","bao giờ","lúc nào","hôm nào","ngày nào","ngày mấy","tháng nào","tháng mấy","mấy giờ","giờ nào","ở đâu","tại đâu","chỗ nào","nơi nào","thế nào","như thế nào","làm sao","làm thế nào","làm cách nào","bằng cách nào","ra sao","sắp tới","tới đây","tiếp theo","gần nhất","lần trước","kỳ trước","vừa rồi","năm nay","hôm nay","ngày mai","tháng này","quý này","quý 1","quý 2","quý 3","quý 4","quý i","quý ii","quý iii","quý iv","quý tới","đầu tháng","cuối tháng","cuối tuần","cuối năm","sáng mai","chiều nay","tối nay","tuần này","tuần sau","tuần tới","tháng sau","tháng tới","có đối thoại không","số điện thoại","điện thoại","sđt","số đt","đt","liên hệ","liên lạc","gọi ai","gọi","địa chỉ","email","thư điện tử","zalo","hotline","trụ sở","cho hỏi","xin hỏi","hỏi","muốn","tìm","xem","biết"],"idle":["bị","các","những","thì","là","mà","của","cho","với","và","ở","tại","trên","trong","về","có","không","chưa","đã","đang","sẽ","được","nào","gì","ai","sao","như","thế","này","kia","ấy","đó","một","cuộc","buổi","vụ","việc","tôi","mình","em","chúng tôi","nhà tôi","nhà em","dân","nhân dân","người dân","bà con","quá","rất","lắm","hay","còn","lại","rồi","vẫn","nhiều","địa phương","khu vực","giúp","ạ","xong","gần đây","hiện nay","để","khi","mới","phải","bao nhiêu","mấy","nay","qua","trước","sau","từ","đảo","lần","đơn vị","gần","quanh","cạnh"]};
function fromKeys(text) {return unitNames.plain(text).split(" ").map(word => (/^[a-z]+\d/.test(word) ? word.replace(/\d/g, "") : word)
.replace(/^dd/, "d").replace(/([aeo])\1/, "$1").replace(/([aou])w/g, "$1")
.replace(/([aeiouy])[sfrxj](?=[aeiouycmnpt]*$)/, "$1").replace(/([cghmnpt])[sfrxj]$/, "$1")).join(" ");}

const withoutKeys = word => word.replace(/(?!^)[sfrxjw\d]/g, "").replace(/(.)\1+/g, "$1");
function apart(word, phrases) {const bare = withoutKeys(word);let near = null;for (const phrase of phrases) {for (const at of phrase.keys()) {for (let end = at + 2; end <= phrase.length; end += 1) {const some = phrase.slice(at, end);if (some.join("") === word) return some.join(" ");if (bare !== word && withoutKeys(some.join("")) === bare) near ??= some.join(" ");}
}
}
return near;}
const questions = (function () {"use strict";
const { plain, toned, distance, SHORT, TYPES } = unitNames;const TYPE_WRITTEN = new RegExp(`^(?:${TYPES.join("|")}) (?=.)`, "iu");const ASKED = [...SEARCH_WORDS.posts, ...SEARCH_WORDS.asking];
const isAccented = text => /[^\0-\x7f]/.test(text);
const wordsOf = text => text.match(/[\p{L}\p{M}\p{N}]+/gu) || [];
function without(typed, phrases) {const written = isAccented(typed) ? text => toned(text).join(" ") : plain;const found = [...phrases].sort((one, other) => plain(other).length - plain(one).length);const words = wordsOf(typed);for (const one of found) {const length = plain(one).split(" ").length;const key = length > 1 ? plain : written;const phrase = key(one);let at = 0;while (at + length <= words.length) {if (key(words.slice(at, at + length).join(" ")) === phrase) words.splice(at, length);else at += 1;}
}
return words.join(" ");}

const holds = (typed, phrase) => without(typed, [phrase]) !== without(typed, []);
const spelt = text => plain(text).replace(/\b([bcdghklmnprstvx]+)y\b/g, "$1i").split(" ");
function placeIn(words, name) {return words.findIndex((_, at) => name.every((word, next) =>
words[at + next] === word || (at + next === words.length - 1 && next === name.length - 1 && word.startsWith(words[at + next]))));}

function withoutName(words, name) {const own = spelt(name.replace(TYPE_WRITTEN, ""));const at = placeIn(words.map(word => spelt(word)[0]), own);if (at < 0) return null;const before = words.slice(0, at);const type = spelt(name).slice(0, -own.length);const isBefore = type.length > 0 && type.join(" ") === spelt(before.join(" ")).slice(-type.length).join(" ");const rest = [...before.slice(0, before.length - (isBefore ? type.length : 0)), ...words.slice(at + own.length)];const written = words.slice(at, at + own.length).join(" ");return { rest, own, written, isTyped: isBefore || ` ${plain(rest.join(" "))} `.includes(` ${type.join(" ")} `) };}

function inFull(typed) {const like = isAccented(typed) ? text => text : plain;return wordsOf(typed).flatMap(word => (Object.hasOwn(SHORT, plain(word)) ? like(SHORT[plain(word)]).split(" ") : word));}

function unitsIn(typed, places, others, mayHoldMore = false) {const phrases = [...ASKED, ...SEARCH_WORDS.idle, ...others];const words = inFull(typed);const found = [];for (const [number, place] of places.entries()) {const [name, ...above] = place.split(", ");const named = withoutName(words, name);if (!named) continue;const rest = above.reduce((left, one) => withoutName(left, one)?.rest ?? left, named.rest).join(" ");const far = distance(place, named.written, named.own.join(" ")) < 4 ? 0 : 4;const isName = named.isTyped || (named.own.length > 1 && far === 0);if (without(rest, [...phrases, ...TYPES]) !== "" && !(mayHoldMore && isName)) continue;const isMistaken = without(rest, phrases) !== "";found.push({ number, far: far + (named.isTyped ? 0 : isMistaken ? 2 : 1), length: -rest.split(" ").length });}
return found.sort((one, other) => one.far - other.far || other.length - one.length).map(({ number, far }) => ({ number, far }));}

function asked(typed, places, others) {const found = unitsIn(typed, places, others);return found.length > 0 ? found : unitsIn(typed, places, others, true).map(({ number, far }) => ({ number, far: far + 2 }));}

function severalIn(typed, places) {const found = unitsIn(typed, places, [], true).filter(({ far }) => far < 4);const names = found.map(({ number }) => places[number].split(", ")[0].replace(TYPE_WRITTEN, ""));const isAll = without(inFull(typed).join(" "), [...names, ...ASKED, ...SEARCH_WORDS.idle, ...TYPES]) === "";return isAll ? found.map(({ number }) => ({ number, far: 0 })) : [];}

const isPlaceless = (typed, others) => without(typed, [...SEARCH_WORDS.idle, ...TYPES]) !== ""
&& without(inFull(typed).join(" "), [...ASKED, ...SEARCH_WORDS.idle, ...TYPES, ...others]) === "";
return { ASKED, asked, holds, isPlaceless, severalIn, without, unitsIn };})();