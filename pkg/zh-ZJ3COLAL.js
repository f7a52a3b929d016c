/*! smart-footprint 0.1.0, MIT licence */
import"./chunk-XUM2T25H.js";var n={name:"zh",tag:"zh",direction:"ltr",words:{"full-stop":"。","sentence-separator":"","widget-chart":"交互式图表","widget-close":"关闭","widget-controls":"控件","widget-evidence":"证据","widget-failed":"无法显示此图表：{reason}","widget-failed-core":"它因自身故障而停止。","widget-failed-dataset":"其数据有错误。","widget-failed-no-context":"此浏览器没有给它可以绘图的画布。","widget-failed-no-webassembly":"此浏览器不能运行WebAssembly。","widget-failed-offline":"没有网络连接。","widget-failed-script-missing":"脚本的一部分无法加载，请重新加载页面。","widget-failed-source":"其数据无法加载。","widget-failed-wasm-blocked":"本页面的安全策略不允许它启动。","widget-failed-wasm-broken":"所需的一个文件已损坏，或属于另一版本。","widget-failed-wasm-missing":"所需的一个文件无法加载。","widget-loading":"图表正在加载。"},text:`另有\0项




不晚于\0







；
年\0日
年\0日
\0天
\0天
\0年代
.















































数据集日期：\0。
\0年年底
事件
\0项事件，均不在此时段内：
\0项事件，均不在此时段内：
\0项
另有\0项事件：
另有\0项事件：
此时段之外另有\0项：
此时段之外另有\0项：
\0项
\0：



















\0，
（）
\0%
第\0名
\0
\0年上半年
\0上半年
比画出的更长
不晚于此日
概念车
版本或展车
\0进入
日期为推断
已上市
下限
列名市场
计入但未列名
计划中
提及但未计入
约数
照原文
始于渐变段内
起始时间未说明
上限
所指时期
在此时段内
。
,
\0在，据，至
\0在，据，
\0在，据
，从\0到
：\0
半年
约\0
至少\0
至多\0
\0
不到\0
超过\0
近\0
\0年代
\0年上半年
年\0
\0
\0年下半年
\0年
品牌进入|上市|车型登陆|交付|首发|展示活动|试驾|营销活动|合作|奖项|评级|认证|融资|软件|创立
截至\0
“\0”
款数
按原文
\0年上半年
\0，日期为推断
\0上市
不晚于\0上市，日期未说明
\0，
计划：\0
\0年下半年
\0车型阵容，据至的文章
\0车型阵容，据的文章
已上市车型：\0款
车型由\0款变为款，其中预计推出
车型由\0款变为款，其中预计推出
车型由\0款变为款
车型由\0款变为款
车型阵容中尚无车型上市
稍后
\0在售，上市时间未说明
\0，
和
、
\0：“”
未列名：\0（画出个）
所属大洲未说明
\0进入
\0首次提及
\0：
\0，提及但未计为市场
\0计入但未列名
\0，只提区域、未列国家
除已列名的\0外还有更多，数目未说明：
截至该日，列名的市场多于此数。
列名\0个
计入但未列名
提及但未计为市场
只提区域、未列国家
数目未说明
\0在，截至
\0；虚线格为计入但未列名的市场
\0；虚线：计入的多于列名的，多出多少未说明
\0，其中个已列名
\0，全部已列名
计入：\0；列名：个
列名市场：\0个；总数未说明
\0，均未列名
尚未提及任何市场
携手\0
\0年年中
年\0
1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
\0个月
\0个月
1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
\0：
数据集中没有此视图可以画出的内容。
所选范围内，数据集没有此视图可以画出的内容。
零|一|两|三|四|五|六|七|八|九|十|十一|十二
\0
，







“\0”
全部\0个
提及的\0市场均下降
提及的\0地方均下降
提及的\0市场均增长
提及的\0地方均增长
两个
\0个市场增长超过一倍
\0增长超过一倍
\0个地方增长超过一倍
比较基准未说明
\0介于其间
\0属相同地方
给出数字的市场：\0个。
计有\0个市场，给出其中个的数字。
计有\0个市场，给出其中个的数字。
未给出车辆数。
提及的\0个市场均未增长
提及的\0个地方均未增长
未画出：另有\0项，属其他时期。
提及的个市场中有\0个增长
提及的个市场中有\0个增长
提及的个地方中有\0个增长
提及的个地方中有\0个增长
\0，，
该来源
\0（）：说法不一
销量下降\0
销量增长\0
\0（）：
\0销量与此前持平
全球
\0年下半年
\0下半年

自\0起
付费推广文章
\0（）
来源：\0。
\0，
\0新闻中心
\0
来源：\0。
\0至






























截至\0
截至
显示：\0至
\0：
显示时段
其新闻中心|多篇付费推广文章|媒体|多份申报文件|统计资料|其他文章
其新闻中心|一篇付费推广文章|媒体|一份申报文件|统计资料|另一篇文章
\0，日期不详
截至\0











\0至
全球
\0年
\0年半
\0年半
\0年
\0年
sources	title	2023-results	2023年回顾	2025-h1-review	2025年上半年回顾	2026-hong-kong-advertorial	来自中国香港的付费文章，述及2025年和2026年	2026-h1-results	2026年上半年回顾
places	name	world	全球	africa	非洲	asia	亚洲	europe	欧洲	north-america	北美洲	oceania	大洋洲	south-america	南美洲	latin-america	拉丁美洲	mallorca	马略卡岛	mena	中东和北非	middle-east	中东	south-asia	南亚	southeast-asia	东南亚	AE	阿联酋	AR	阿根廷	AT	奥地利	BE	比利时	CH	瑞士	CL	智利	CN	中国	CO	哥伦比亚	CR	哥斯达黎加	DE	德国	EG	埃及	ES	西班牙	FI	芬兰	FR	法国	GB	英国	HK	中国香港	IS	冰岛	IT	意大利	MA	摩洛哥	MY	马来西亚	NL	荷兰	NO	挪威	NZ	新西兰	PT	葡萄牙	SE	瑞典	SG	新加坡	amsterdam	阿姆斯特丹	barcelona	巴塞罗那	brussels	布鲁塞尔	lisbon	里斯本	milan	米兰	munich	慕尼黑	paris	巴黎	rome	罗马	shanghai	上海
places	in	mallorca		mena		middle-east		AE		GB		NL	
metrics	called	markets	Markets	markets-entered	Markets entered	outlets	Outlets	cities	Cities reached	continents	Continents	deliveries	Deliveries	sales-growth	Sales growth	sales-rank	Sales rank	models	Models	range	Range	rollout-duration	Rollout duration	software-updates	Software updates	investment	Investment	valuation-pre-money	Valuation before funding
metrics	name	markets	市场	markets-entered	新进入市场	outlets	网点	cities	覆盖城市	continents	大洲	deliveries	交付量	sales-growth	销量增幅	sales-rank	销量排名	models	车型	range	续航里程	rollout-duration	推广用时	software-updates	软件更新	investment	投资	valuation-pre-money	投前估值
metrics	unit_said	markets	个市场	markets-entered	个市场	outlets	个网点	cities	座城市	continents	个大洲	deliveries	辆	models	款车型	range	公里	rollout-duration	个月	software-updates	次更新	investment	美元	valuation-pre-money	美元
metrics	unit_one	markets		markets-entered		outlets		cities		continents		deliveries		models		rollout-duration		software-updates	
models	name	concept-2	#2概念车	3-keith-haring-art-car	#3 Keith Haring艺术车	3-keith-haring-edition	#3 Keith Haring艺术特别版	1-crema-edition	#1 Crema特别版	fortwo-electric-drive-disney-edition	fortwo electric drive迪士尼特别版
partners	name	tong-xiangbei	佟湘北	mandy-zhang	张明霞	kang-yi	康毅	mercedes-benz	梅赛德斯-奔驰股份公司	geely	浙江吉利控股集团	tianqi-lithium	天齐锂业	proton	宝腾	sennheiser	森海塞尔	keith-haring	凯斯·哈林	keith-haring-foundation	凯斯·哈林基金会	disney-mickey-friends	迪士尼“米奇和朋友们”	peets-coffee	皮爷咖啡	fc-st-pauli	圣保利足球俱乐部	henry-lau	刘宪华	red-dot	红点	if-design	iF设计
observations	method	sales-growth-2026-h1	与2025年同期相比	sales-growth-fi-2026-h1	与2025年同期相比	sales-growth-hk-2026-h1	与2025年同期相比	sales-growth-se-2026-h1	与2025年同期相比	sales-growth-de-2026-h1	与2025年同期相比	sales-rank-cn-2023	高端品牌，紧凑型SUV细分市场	sales-rank-5-hk-2025	电动车，单月：首批交付当月	range-6-ehd-2026	CLTC	rollout-duration-1-europe-2023	进入十个欧洲市场所用的时间	software-updates-cn-2024-01-19	在不足一年的时间内
events	title	founding-brand-2023-results	品牌创立	founding-company-2023-results	现公司成立	launch-1	#1上市	deliveries-cn-2024	在中国交付车辆	deliveries-europe-2024	在多个欧洲市场交付车辆	rollout-1-de-2023	#1在德国反响良好	rollout-1-fr-2023	#1在法国反响良好	rollout-1-es-2023	#1在西班牙反响良好	rollout-1-ch-2023	#1在瑞士反响良好	rollout-1-it-2023	#1在意大利反响良好	rollout-1-nl-2023	#1在荷兰反响良好	rollout-1-at-2023	#1在奥地利反响良好	rollout-1-gb-2023	#1在英国反响良好	rollout-1-no-2023	#1在挪威反响良好	rollout-1-is-2023	#1在冰岛反响良好	test-drive-1-hk-2023	客户在中国香港试驾#1	collaboration-proton-2023	与宝腾加强合作	launch-3-cn-2023	#3率先在中国开售	premiere-3-munich-2023	#3在IAA车展欧洲首秀	roadshow-3-amsterdam-2023	#3巡展阿姆斯特丹站	roadshow-3-brussels-2023	#3巡展布鲁塞尔站	roadshow-3-paris-2023	#3巡展巴黎站	roadshow-3-rome-2023	#3巡展罗马站	roadshow-3-barcelona-2023	#3巡展巴塞罗那站	roadshow-3-lisbon-2023	#3巡展里斯本站	test-drive-3-mallorca-2023	媒体试驾#3	software-adas-strategy-2023	驾驶辅助规划首次展示，1.0至3.0版	software-pilot-assist-2	驾驶辅助系统smart Pilot Assist 2.0启用	software-pilot-assist-3	驾驶辅助系统smart Pilot Assist 3.0预计启用	rating-c-ncap-2023	获C-NCAP五星评级	rating-euro-ncap-2023	获Euro NCAP五星评级	award-c-ahi-2023	获C-AHI五星健康奖	award-red-dot	获红点奖	award-if-design	获iF设计奖	award-golden-steering-wheel	获AUTO BILD金方向盘奖	certificate-1-battery	#1电池碳足迹获认证	certificate-1-vehicle	#1整车碳足迹获认证	smart-times-2023-cn	smart times车迷聚会重返中国	smart-times-2023-europe	smart times车迷聚会重返欧洲	ambassador-henry-lau-2023	刘宪华成为全面电动化以来首位中国区品牌大使	funding-series-a	A轮融资，天齐锂业领投	founding-brand-2025-h1-review	品牌创立	founding-joint-venture-mercedes-benz-2025-h1-review	梅赛德斯-奔驰2019年末参与创立合资公司	founding-joint-venture-geely-2025-h1-review	吉利2019年末参与创立合资公司	campaign-open-your-mind-2025	“open your mind Experiences”在上海车展启动	collaboration-brabus-2025-h1	与BRABUS的性能合作	collaboration-sennheiser-2025-h1	与森海塞尔的音响合作	collaboration-trek-2025-h1	与TREK联合创作	collaboration-keith-haring-2025-h1	凯斯·哈林艺术登上汽车	collaboration-disney-2025-h1	“米奇和朋友们”再度成为合作方	collaboration-peets-coffee-2025-h1	与皮爷咖啡联合打造#1特别版	collaboration-disney-2014	首款“米奇和朋友们”特别版，11年前	premiere-3-keith-haring-art-car	#3 Keith Haring艺术车亮相	launch-3-keith-haring-art-car-plan	艺术车的量产版预计2025年推出	software-nsp-5-cn-2025	#5上线Navigation on smart Pilot（NSP），中国大陆	software-ai-5-2025	首次AI交互，搭载于#5	rollout-5-2025-h1	#5继续在全球推广	premiere-5-brabus-milan	#5 BRABUS全球首发，米兰设计周	launch-5-brabus-europe	#5 BRABUS在欧洲市场上市	launch-5-brabus-hk	#5 BRABUS在中国香港上市	premiere-5-brabus-my	#5 BRABUS在马来西亚首发	entry-hk-2025	品牌携#5首次亮相中国香港	deliveries-5-hk-2025	#5在中国香港首批交付	award-up-car-5-2025	#5在Up Car 2025评选中获奖	collaboration-trek-advertorial	与TREK合作“Power of Firsts”	collaboration-heimplanet-advertorial	与HEIMPLANET合作“Power of Firsts”	collaboration-fc-st-pauli-advertorial	与圣保利足球俱乐部合作“Power of Firsts”	premiere-2-2026	#2预计2026年全球首发	founding-brand-2026-h1-results	品牌创立	founding-joint-venture-mercedes-benz-2026-h1-results	梅赛德斯-奔驰参与创立合资公司	founding-joint-venture-geely-2026-h1-results	吉利参与创立合资公司	rollout-5-hk-2025	#5登陆中国香港	rollout-5-sg-2025	#5登陆新加坡	rollout-5-my-2025	#5登陆马来西亚	rollout-5-ma-2025	#5登陆摩洛哥	entry-cr-2026-h1	品牌与AutoStar合作进入哥斯达黎加	entry-ar-2026-h1	品牌与Prestige Auto合作进入阿根廷	rollout-5-nz-2026-h1	#5登陆新西兰	rollout-5-cl-2026-h1	#5登陆智利	rollout-5-co-2026-h1	#5登陆哥伦比亚	rollout-5-ae-2026-h1	#5登陆阿联酋	rollout-5-eg-2026-h1	#5登陆埃及	campaign-change-of-perspectives-2026	“Change of Perspectives”营销活动启动	smart-times-2026	举办smart times活动	collaboration-keith-haring-2026	smart times上的凯斯·哈林	collaboration-trek-100-2026	Trek 100合作	collaboration-jessie-j-2026	Jessie J领衔年度营销活动	global-brand-event-2026	举办Global Brand Event	premiere-concept-2	#2概念车全球首发，Global Brand Event	premiere-concept-2-rome	#2概念车欧洲首秀，带来新内饰	show-2-paris-2026	#2预计亮相巴黎车展	launch-2-2026	#2将于2026年推出	launch-6-ehd-cn-2026	#6 EHD率先在中国上市	launch-3-keith-haring-edition	#3 Keith Haring艺术特别版已推出	software-cabin-updates-2026	OTA更新，以座舱为先；大多数市场，兼容车型
conflicts	what	markets-start-of-2025	我们的计算：2025年年中的38个减去新进入的7个，年初为31个；年末的39个减去新进入的10个，年初为29个。没有文章提到退出过市场。	models-five-or-four	同一篇文章既说车型阵容已增至五款，又说第五款#2尚未推出。	hong-kong-debut	一篇文章把#5当作品牌在中国香港的首次亮相；更早的一篇说2023年已有客户在当地试驾#1。	strategy-2026	一篇文章说2026年由扩大范围转为深耕；后来的一篇把新市场列为同年的一个重点。`,rest:()=>import("./rest-7CRUM562.js")};export{n as default};
